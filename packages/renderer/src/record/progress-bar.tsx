// How far a record has come: the options of a select field as steps. A click takes the record to that step at once, with Undo;
// where the step asks for more than is known, the form opens with it.
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import type { OptionValue } from '@trellis/metadata/kinds';
import { colorVar } from '@trellis/field-types/ui/chip';
import { Icon } from '@trellis/ui/icon';
import { useToast } from '@trellis/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../data/keys.ts';
import { useWriteRecord } from '../data/write-records.ts';
import { useModel } from '../model.ts';
import type { Edit } from './edit.ts';
import styles from './progress-bar.module.css';
import { stepsOf } from './steps.ts';

interface ProgressBarProps {
  readonly entity: string;
  readonly record: RecordRow;
  readonly field: string;
  readonly edit: Edit;
}

export function ProgressBar({ entity, record, field: name, edit }: ProgressBarProps): ReactNode {
  const { t } = useTranslation('record');
  const model = useModel();
  const move = useMove({ entity, record, name, edit });
  const bar = useRef<HTMLOListElement>(null);
  const current = record[name];
  useEffect(() => {
    // Only the row scrolls, never the page.
    const step = bar.current?.querySelector<HTMLElement>('[data-state="current"]');
    if (bar.current && step)
      bar.current.scrollLeft = step.offsetLeft - bar.current.clientWidth / 2 + step.clientWidth / 2;
  }, [current]);
  const field = model.field(entity, name)?.field;
  if (!field) return null;
  const canMove = field.read_only !== true && model.can('update', entity, record, name);
  return (
    <ol ref={bar} className={styles.bar} aria-label={model.fieldLabel(entity, name)}>
      {stepsOf(model.options(field), current).map(({ option, state, isOutcome }) => {
        const outcome =
          isOutcome && state === 'current'
            ? { background: colorVar(option.color, 'soft'), color: colorVar(option.color, 'text') }
            : {};
        return (
          <li key={option.value} data-state={state}>
            <button
              type="button"
              style={outcome}
              disabled={!canMove || state === 'current'}
              aria-current={state === 'current' ? 'step' : undefined}
              onClick={() => move(option)}
              title={state === 'current' ? undefined : t('move_to', { step: model.label(option.label, option.value) })}
            >
              {state === 'past' && <Icon name="check" size={13} />}
              <span>{model.label(option.label, option.value)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function useMove({ entity, record, name, edit }: Omit<ProgressBarProps, 'field'> & { readonly name: string }) {
  const { t } = useTranslation('record');
  const model = useModel();
  const toast = useToast();
  const queries = useQueryClient();
  const write = useWriteRecord(entity);
  const key = keys.record(entity, record.id);

  const put = (value: unknown, onSuccess?: () => void): void => {
    const before = queries.getQueryData(key);
    queries.setQueryData(key, { ...record, [name]: value });
    write.mutate(
      { id: record.id, values: { [name]: value } },
      {
        ...(onSuccess && { onSuccess }),
        onError(error) {
          queries.setQueryData(key, before);
          const problem = problemOf(error);
          if (problem?.status === 422) edit({ [name]: value }, problem.errors);
          else toast.show({ text: problem?.detail ?? problem?.title ?? t('not_saved'), tone: 'danger' });
        },
      },
    );
  };
  return (option: OptionValue): void => {
    const undo = (): void => put(record[name]);
    const text = t('moved_to', { step: model.label(option.label, option.value) });
    put(option.value, () =>
      toast.show({ text, tone: 'success', action: { label: t('undo'), run: undo }, seconds: 10 }),
    );
  };
}
