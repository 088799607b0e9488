// Reads what rows of child tables reckon with of other records: for each look-up of a table one request at a time, for all records
// that its rows have come to lead to, and each of them once while the form is open. Answers are kept by record, so that none comes late.
import { useEffect } from 'react';
import type { Client } from '@trellis/client/client';
import type { RecordRow } from '@trellis/client/wire';
import { useClient } from '../data/client.ts';
import { relatedEntity, useModel, type Model, type RecordData } from '../model.ts';
import type { FormLogic } from '../settling/form-logic.ts';
import { idOf } from '../settling/id-of.ts';
import { originOf } from '../settling/row-origin.ts';
import type { FormStore } from './form-store.ts';
import { lookWhenRested } from './look-when-rested.ts';
import { byLookup } from './related-paths.ts';

/** As many as one page of a list holds at most. */
const atOnce = 200;

interface Wanted {
  readonly table: string;
  readonly lookup: string;
  readonly paths: readonly string[];
  /** What the look-up leads to. */
  readonly target: string;
}

export function useRelatedOfRows(entity: string, logic: FormLogic, store: FormStore): void {
  const client = useClient();
  const model = useModel();
  useEffect(() => {
    const wanted = wantedOf(entity, logic, model);
    if (wanted.length === 0) return undefined;
    const asked = new Set<string>();
    const leaving = new AbortController();
    const end = lookWhenRested(store, (again) => {
      for (const one of wanted) {
        const key = (id: string): string => `${one.table}.${one.lookup} ${id}`;
        const ids = idsIn(store.values()[one.table], one.lookup).filter((id) => !asked.has(key(id)));
        if (ids.length === 0) continue;
        const some = ids.slice(0, atOnce);
        for (const id of some) asked.add(key(id));
        read(client, one, { ids: some, signal: leaving.signal }).then(
          (records) => {
            for (const record of records) store.relate(`${one.table}.${one.lookup}`, record.id, record);
          },
          // It stays unknown until somebody types on; the server settles the rows all the same.
          () => {
            for (const id of some) asked.delete(key(id));
          },
        );
        if (ids.length > some.length) again();
      }
    });
    return () => {
      end();
      leaving.abort();
    };
  }, [client, model, entity, logic, store]);
}

function wantedOf(entity: string, { rows }: FormLogic, model: Model): readonly Wanted[] {
  return [...rows].flatMap(([table, { entity: of, paths }]) =>
    [...byLookup(paths)].flatMap(([lookup, behind]): Wanted[] => {
      const field = model.field(of, lookup)?.field;
      const target = field && relatedEntity(field);
      return target === undefined ? [] : [{ table, lookup, paths: behind, target }];
    }),
  );
}

/** Of rows in which something was typed: the others are as they were read. */
function idsIn(rows: unknown, lookup: string): readonly string[] {
  if (!Array.isArray(rows)) return [];
  const ids = rows.flatMap((row: RecordData) => (originOf(row) ? [idOf(row[lookup])] : []));
  return [...new Set(ids)].filter((id) => id !== null);
}

async function read(
  client: Client,
  { target, paths }: Wanted,
  { ids, signal }: { readonly ids: readonly string[]; readonly signal: AbortSignal },
): Promise<readonly RecordRow[]> {
  const records = client.records(target);
  const select = ['id', ...paths];
  const [first] = ids;
  if (first !== undefined && ids.length === 1) return [await records.get(first, select, signal)];
  const filter = { in: [{ var: 'id' }, ids] };
  return (await records.query({ select, filter, limit: ids.length, count: 'none' }, signal)).data;
}
