// The rows of a child table in a form. Each is settled as the record is, by the defaults, fills and formulas of its own entity, from
// what is stored and what was typed in it; only what was typed is written.
import type { PublishedEntity } from '@trellis/client/metadata';
import type { Surroundings } from '../conditions/compile.ts';
import { isSameValue } from '../form/same-value.ts';
import type { Model, RecordData } from '../model.ts';
import type { Incoming } from './at-hand.ts';
import type { FormExpression } from './form-expression.ts';
import { originOf, shownRow } from './row-origin.ts';
import { createSettler, type Settled } from './settler.ts';

type Related = Incoming['related'];

export interface TableRows {
  /** Of the rows. */
  readonly entity: string;
  /** What was typed: of a new row its cells, of a stored one its id and what differs. @param rows as widgets and drafts give them. */
  said(rows: unknown, stored: unknown, related: Related): unknown;
  /** As they are to be shown: the same objects for as long as nothing about them changes. @param said as `said` gives them. */
  shown(said: unknown, stored: unknown, related: Related): unknown;
  /** What is read on the way. */
  readonly paths: FormExpression['paths'];
}

/** By child table. */
export function tableRowsOf(
  model: Model,
  entity: PublishedEntity,
  surroundings: Surroundings,
): ReadonlyMap<string, TableRows> {
  return new Map(
    Object.entries(entity.fields).flatMap(([name, field]): [string, TableRows][] => {
      const rows = field.type === 'child_table' && !field.computed ? model.entity(field.entity) : undefined;
      return rows && field.type === 'child_table'
        ? [[name, tableRows(model, rows, { surroundings, parent: field.parent_field })]]
        : [];
    }),
  );
}

interface Worked {
  readonly old: RecordData | null;
  readonly row: RecordData;
  /** What was read behind its look-ups: as long as that is the same, so is the row. */
  readonly read: readonly { readonly lookup: string; readonly id: string; readonly found: RecordData | undefined }[];
}

function tableRows(
  model: Model,
  entity: PublishedEntity,
  { surroundings, parent }: { readonly surroundings: Surroundings; readonly parent: string },
): TableRows {
  const settler = createSettler(model, entity, surroundings);
  const worked = new WeakMap<RecordData, Worked>();
  const tables = new WeakMap<readonly RecordData[], readonly RecordData[]>();
  const isTyped = (name: string): boolean => !(Object.hasOwn(entity.fields, name) && entity.fields[name]?.computed);

  const settled = (said: RecordData, old: RecordData | null, related: Related): Settled => {
    const { id: _id, ...cells } = said;
    return settler.settle({ old, said: cells, related, untold: old ? [] : [parent] });
  };
  const seen = ({ at, open }: Settled, old: RecordData | null): RecordData => {
    const blank = old ? [] : Object.keys(entity.fields).map((name) => [name, null]);
    const all = { ...Object.fromEntries(blank), ...at.record };
    return Object.fromEntries(Object.entries(all).filter(([name]) => !open.has(name)));
  };
  const shown = (said: RecordData, old: RecordData | null, related: Related): RecordData => {
    if (said['id'] !== undefined && (!old || Object.keys(said).length === 1)) return old ?? said;
    const last = worked.get(said);
    if (last?.old === old && last.read.every(({ lookup, id, found }) => related(lookup, id) === found)) return last.row;
    const read = new Map<string, Worked['read'][number]>();
    const outcome = settled(said, old, (lookup, id) => {
      const found = related(lookup, id);
      read.set(`${lookup} ${id}`, { lookup, id, found });
      return found;
    });
    const row = shownRow({ said, values: outcome.values, seen: seen(outcome, old) });
    worked.set(said, { old, row, read: [...read.values()] });
    return row;
  };
  const said = (row: RecordData, old: RecordData | null, related: Related): RecordData => {
    const from = originOf(row);
    if (!from && row === old) return { id: old['id'] };
    const before = from?.values ?? old ?? {};
    const typed = Object.entries(row).filter(
      ([name, value]) => name !== 'id' && isTyped(name) && !(from || old ? isSameValue(value, before[name]) : false),
    );
    if (from && typed.length === 0) return from.said;
    let all: RecordData = {
      ...(row['id'] !== undefined && { id: row['id'] }),
      ...from?.said,
      ...Object.fromEntries(typed),
    };
    // Of a new row's own accord nothing was typed yet; a cell with what would stand there anyway counts as not typed in.
    for (const [name] of from ? typed : []) {
      const { [name]: value, ...others } = all;
      const ofItself = settler.fields.has(name) ? settled(others, old, related).values[name] : old?.[name];
      if (isSameValue(value, ofItself)) all = others;
    }
    return all;
  };
  return {
    entity: entity.name,
    // The record in the form is the server's to look at, once it is saved.
    paths: settler.paths.filter(([first]) => first !== parent),
    said: (rows, stored, related) =>
      isRows(rows) ? withStored(rows, stored, (row, old) => said(row, old, related)) : rows,
    shown(rows, stored, related) {
      if (!isRows(rows)) return rows;
      const next = withStored(rows, stored, (row, old) => shown(row, old, related));
      const last = tables.get(rows);
      if (last?.every((row, index) => row === next[index])) return last;
      tables.set(rows, next);
      return next;
    },
  };
}

/** Whether the same was typed in the same rows. */
export function isSameRows(a: unknown, b: unknown): boolean {
  const [mine, other] = [isRows(a) ? a : [], isRows(b) ? b : []];
  return mine.length === other.length && mine.every((row, index) => isSameRow(row, other[index] ?? {}));
}

function isSameRow(a: RecordData, b: RecordData): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameValue(a[name], b[name]))
  );
}

/** Each row with what is stored of it; null: it is about to be made. */
function withStored(
  rows: readonly RecordData[],
  stored: unknown,
  of: (row: RecordData, old: RecordData | null) => RecordData,
): readonly RecordData[] {
  const known = new Map((isRows(stored) ? stored : []).map((row) => [row['id'], row]));
  return rows.map((row) => of(row, row['id'] === undefined ? null : (known.get(row['id']) ?? null)));
}

/** What a form holds of a child table is blank or a list of records. */
function isRows(value: unknown): value is readonly RecordData[] {
  return Array.isArray(value);
}
