// Edits one value where it stands: Enter or leaving it saves, Esc gives up. A refusal is said below, and the value stays as typed.
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import { createPendingEdits, PendingEditsContext } from '@trellis/field-types/ui/pending-edits';
import { Widget, widgetOf } from '@trellis/field-types/widgets';
import { Icon } from '@trellis/ui/icon';
import { useWriteRecord } from '../data/write-records.ts';
import { placeErrors } from '../form/field-errors.ts';
import type { FormField } from '../form/form-definition.ts';
import { isSameValue } from '../form/same-value.ts';
import { writtenValues } from '../form/written-values.ts';
import { useModel, type RecordData } from '../model.ts';
import styles from './details.module.css';
import type { Edit } from './edit.ts';

interface InlineEditorProps {
  readonly entity: string;
  readonly record: RecordRow;
  readonly field: FormField;
  readonly required: boolean;
  end(): void;
  readonly editForm: Edit;
}

export function InlineEditor({ entity, record, field, required, end, editForm }: InlineEditorProps): ReactNode {
  const { t } = useTranslation('record');
  const { name } = field;
  const id = useId();
  const model = useModel();
  const frame = useRef<HTMLDivElement>(null);
  const [pending] = useState(createPendingEdits);
  const [values, setValues] = useState<RecordData>({ [name]: record[name] ?? null });
  const latest = useRef(values);
  const version = useRef(record.version);
  // Earlier than the rendering that says so: a second click, or leaving the input after Enter.
  const isSent = useRef(false);
  const [error, setError] = useState('');
  const write = useWriteRecord(entity);
  const isWide = widgetOf(field.field).wide ?? false;

  const change = (changed: RecordData): void => {
    latest.current = { ...latest.current, ...changed };
    setValues(latest.current);
    setError('');
  };
  const save = (): void => {
    pending.flush();
    if (isSent.current) return;
    const changed = Object.entries(latest.current).filter(([key, value]) => !isSameValue(value, record[key]));
    if (changed.length === 0) return end();
    const written = writtenValues(model, entity, Object.fromEntries(changed));
    isSent.current = true;
    write.mutate({ id: record.id, values: written, version: version.current }, { onSuccess: end, onError: refuse });
  };
  const refuse = (failure: unknown): void => {
    isSent.current = false;
    const problem = problemOf(failure);
    const current = problem?.code === 'stale' ? (problem.members['current'] as RecordRow | undefined) : undefined;
    if (current) {
      // What others changed elsewhere is no conflict; what they changed here is shown, and a second Enter decides.
      version.current = current.version;
      if (isSameValue(current[name], record[name])) return save();
      return setError(t('changed_meanwhile'));
    }
    const placed = placeErrors(problem?.errors ?? [], (path) => path === name);
    const own = placed.fields.get(name)?.messages.join(' ');
    if (!own && problem?.status === 422) editForm(latest.current, problem.errors);
    setError(own ?? problem?.detail ?? problem?.title ?? t('not_saved'));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isInText = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') end();
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && (!isInText || event.ctrlKey || event.metaKey)) {
      // A list that is open takes Enter for itself first.
      if (document.querySelector('[aria-expanded="true"]:focus') === null) requestAnimationFrame(save);
    }
  };
  return (
    <PendingEditsContext value={pending}>
      <div
        ref={frame}
        className={styles.editor}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => !isWide && leftFrame() && save())}
      >
        <Widget
          {...{ entity, name, id, required }}
          field={field.field}
          value={values[name] ?? null}
          onChange={(value) => change({ [name]: value })}
          onCompanion={(companion, value) => change({ [companion]: value })}
          record={{ ...record, ...values }}
          columns={field.columns}
          label={field.label}
          invalid={error !== ''}
          autoFocus
          {...(error !== '' && { describedBy: `${id}_error` })}
        />
        <span className={styles.buttons}>
          <Button
            size="small"
            type="primary"
            loading={write.isPending}
            icon={<Icon name="check" size={13} />}
            aria-label={t('save')}
            onClick={save}
          />
          <Button size="small" icon={<Icon name="x" size={13} />} aria-label={t('cancel')} onClick={end} />
        </span>
        {error !== '' && (
          <p id={`${id}_error`} role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </PendingEditsContext>
  );

  /** Lists and calendars hang elsewhere in the document, yet belong to the input. */
  function leftFrame(): boolean {
    const active = document.activeElement;
    if (!frame.current || !active || active === document.body) return false;
    return (
      !frame.current.contains(active) &&
      !active.closest('.ant-select-dropdown, .ant-picker-dropdown, .ant-drawer, .ant-modal')
    );
  }
}
