// Writes a new dated record from a few words: the first line becomes its title, the kind is a click, the time is now.
import { useRef, useState, type ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useTranslation } from 'react-i18next';
import { problemOf, type FieldProblem } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import { modKey, useKeys } from '@trellis/ui/keys';
import { useToast } from '@trellis/ui/toast';
import { useWriteRecord } from '../data/write-records.ts';
import { RecordDrawer } from '../form/record-drawer.tsx';
import { writtenValues } from '../form/written-values.ts';
import { useModel, type RecordData } from '../model.ts';
import { followUpValues } from './follow-up-values.ts';
import { presetOf } from './relation.ts';
import styles from './timeline.module.css';
import type { TimelineBlock } from './timeline-block.ts';

interface Refused {
  readonly values: RecordData;
  readonly problems: readonly FieldProblem[];
}

interface FollowUpProps {
  readonly block: TimelineBlock;
  readonly entity: string;
  readonly record: RecordRow;
}

export function FollowUp({ block, entity, record }: FollowUpProps): ReactNode {
  const { t } = useTranslation('record');
  const model = useModel();
  const toast = useToast();
  const write = useWriteRecord(block.entity);
  const input = useRef<TextAreaRef>(null);
  // Earlier than the rendering that says so: a second click makes no second record.
  const isSent = useRef(false);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<string>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const kinds = block.kind ? model.options(model.field(block.entity, block.kind)?.field ?? { type: 'text' }) : [];
  useKeys({ n: () => input.current?.focus() });

  const save = (): void => {
    if (text.trim() === '' || isSent.current) return;
    const parent = presetOf(model, block, { entity, id: record.id, title: model.title(entity, record) });
    const values = {
      ...parent,
      ...followUpValues(model, block, { text, kind: kind ?? kinds[0]?.value, now: new Date() }),
    };
    isSent.current = true;
    write.mutate(
      { values: writtenValues(model, block.entity, values) },
      {
        onSettled: () => void (isSent.current = false),
        onSuccess: () => setText(''),
        onError(error) {
          const problem = problemOf(error);
          // It asks for more than a few words: the whole form opens with what is there.
          if (problem?.status === 422) setRefused({ values, problems: problem.errors });
          else toast.show({ text: problem?.detail ?? problem?.title ?? t('not_saved'), tone: 'danger' });
        },
      },
    );
  };
  const done = (): void => {
    setRefused(null);
    setText('');
  };
  return (
    <div className={styles.composer}>
      <Input.TextArea
        ref={input}
        value={text}
        autoSize={{ minRows: text === '' ? 1 : 3, maxRows: 10 }}
        placeholder={t('follow_up_placeholder')}
        aria-label={t('follow_up_placeholder')}
        aria-keyshortcuts="n"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') save();
        }}
      />
      {text !== '' && (
        <div className={styles.tools}>
          {kinds.length > 0 && (
            <Select
              size="small"
              aria-label={model.fieldLabel(block.entity, block.kind ?? '')}
              value={kind ?? kinds[0]?.value}
              onChange={setKind}
              popupMatchSelectWidth={false}
              options={kinds
                .filter(({ active }) => active !== false)
                .map(({ value, label }) => ({ value, label: model.label(label) }))}
            />
          )}
          <span>{t('follow_up_keys', { key: modKey })}</span>
          <Button size="small" type="primary" loading={write.isPending} onClick={save}>
            {t('save')}
          </Button>
        </div>
      )}
      {refused && <RecordDrawer entity={block.entity} {...refused} onClose={() => setRefused(null)} onSaved={done} />}
    </div>
  );
}
