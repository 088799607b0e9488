// The value of a cell while it is edited, and its way to the server: only what has changed, and only over the version that was read.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import { useWriteRecord } from '../data/write-records.ts';
import { valueAt } from '../list/list-request.ts';
import type { EditedCell } from './edited-cell.ts';

export interface Saved {
  readonly before: RecordRow;
  readonly after: RecordRow;
  readonly path: string;
}

type Companions = { readonly [name: string]: unknown };

export function useCellSave(entity: string, { record, column }: EditedCell) {
  const { t } = useTranslation('list');
  const before = valueAt(record, column.path) ?? null;
  const write = useWriteRecord(entity);
  const [value, setValue] = useState<unknown>(before);
  const [companions, setCompanions] = useState<Companions>({});
  const [message, setMessage] = useState<string>();
  // Inputs hand over what was typed last while saving begins: earlier than the next rendering.
  const latest = useRef<{ value: unknown; companions: Companions }>({ value: before, companions: {} });

  const save = async (): Promise<Saved | 'unchanged' | 'refused'> => {
    const changes = { [column.path]: latest.current.value, ...latest.current.companions };
    const changed = Object.entries(changes).some(([name, now]) => !isSame(now, record[name] ?? null));
    if (!changed) return 'unchanged';
    try {
      const answer = await write.mutateAsync({ id: record.id, values: changes, version: record.version });
      return { before: record, after: { ...record, ...changes, ...answer }, path: column.path };
    } catch (error) {
      const problem = problemOf(error);
      const own = problem?.errors.find(({ path }) => path === `/${column.path}`) ?? problem?.errors[0];
      setMessage(
        problem?.code === 'stale'
          ? t('stale_cell')
          : (own?.message ?? problem?.detail ?? problem?.title ?? t('not_saved')),
      );
      return 'refused';
    }
  };
  return {
    value,
    companions,
    message,
    save,
    saving: write.isPending,
    change(next: unknown) {
      latest.current = { ...latest.current, value: next };
      setValue(next);
      setMessage(undefined);
    },
    changeCompanion(name: string, next: unknown) {
      latest.current = { ...latest.current, companions: { ...latest.current.companions, [name]: next } };
      setCompanions(latest.current.companions);
    },
  };
}

/** Look-ups are the same when they lead to the same record. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(identityOf(a)) === JSON.stringify(identityOf(b));
}

function identityOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(identityOf);
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value ? value.id : value;
}
