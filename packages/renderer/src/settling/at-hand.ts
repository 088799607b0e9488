// A record while a form works out what it comes to: it changes step by step, within one pass and nowhere else. Beside its values it
// knows which of them it can vouch for: what the browser was not told, or the server alone can fill in, is not taken for blank.
import type { Context } from '@trellis/expressions/to-function';
import type { PublishedEntity } from '@trellis/client/metadata';
import { contextOf, type Surroundings } from '../conditions/compile.ts';
import { scalarRecord } from '../conditions/scalar-record.ts';
import { isSameValue } from '../form/same-value.ts';
import type { Model, RecordData } from '../model.ts';
import { taken } from './fitting.ts';
import { idOf } from './id-of.ts';
import { relatedScalars } from './related-scalars.ts';
import { isUntouched, originOf } from './row-origin.ts';

/** What a form has been told of a record. */
export interface Incoming {
  /** As it is stored; null: it is about to be made. */
  readonly old: RecordData | null;
  /** What was typed or given beforehand: a field that is named here is not filled in, even where it is blank. */
  readonly said: RecordData;
  /** What was read of the record that a look-up leads to. */
  related(lookup: string, id: string): RecordData | undefined;
  /** Fields that are given a value which nobody here is told, such as the look-up from a row to the record in the form. */
  readonly untold?: readonly string[];
}

export interface AtHand extends Incoming {
  readonly model: Model;
  readonly entity: PublishedEntity;
  readonly partlySeen: ReadonlySet<string>;
  readonly values: Record<string, unknown>;
  /** Fields that change; null: all of them, because the record is new. */
  readonly touched: Set<string> | null;
  /** What is shown of them may not be what the server comes to. */
  readonly unknown: Set<string>;
  readonly context: Context;
  /** What expressions see: kept in step with the values. */
  readonly record: Record<string, unknown>;
  /** Grows with every change. */
  revision: number;
}

export interface Ground {
  readonly model: Model;
  readonly entity: PublishedEntity;
  readonly surroundings: Surroundings;
  /** Child tables with rows that the asker may not see. */
  readonly partlySeen: ReadonlySet<string>;
}

export function atHand({ model, entity, surroundings, partlySeen }: Ground, incoming: Incoming): AtHand {
  const { old, said } = incoming;
  const record: Record<string, unknown> = {};
  const at: AtHand = {
    ...incoming,
    model,
    entity,
    partlySeen,
    values: {},
    touched: old && new Set(),
    unknown: new Set(incoming.untold),
    context: contextOf(record, surroundings, old ? scalarRecord(entity, old) : undefined),
    record,
    revision: 0,
  };
  for (const [name, value] of Object.entries({ ...old })) put(at, name, value);
  for (const [name, value] of Object.entries(said)) say(at, name, value);
  return at;
}

/** What was typed is shown as it was typed, and reckoned with as the server takes it; what it does not take, nobody reckons with. */
function say(at: AtHand, name: string, value: unknown): void {
  const field = Object.hasOwn(at.entity.fields, name) ? at.entity.fields[name] : undefined;
  const canonical = field ? taken(at.model, field, value) : value;
  if (canonical === undefined) at.unknown.add(name);
  put(at, name, canonical ?? null);
  at.values[name] = value;
}

export function put(at: AtHand, name: string, value: unknown): void {
  at.values[name] = value;
  const type = Object.getOwnPropertyDescriptor(at.record, name);
  // Of a computed field expressions see what it comes to now.
  if (!type?.get) at.record[name] = scalarOf(at, name, value);
  if (at.old && !isSameValue(value, at.old[name])) at.touched?.add(name);
  else at.touched?.delete(name);
  at.revision += 1;
}

function scalarOf(at: AtHand, name: string, value: unknown): unknown {
  const id = idOf(value);
  const further = id === null ? undefined : at.related(name, id);
  if (further) return { ...(value as object), ...relatedScalars(at.model, at.entity.name, name, further) };
  const table = Object.hasOwn(at.entity.fields, name) ? at.entity.fields[name] : undefined;
  if (table?.type === 'child_table' && Array.isArray(value)) return rowScalars(at.model, table.entity, value);
  return scalarRecord(at.entity, { [name]: value })[name];
}

/** Rows as expressions see them: as they have come to be, or as they were read. Those in which nobody typed are not sent. */
function rowScalars(model: Model, entity: string, rows: readonly RecordData[]): readonly RecordData[] {
  const meant = rows.filter((row) => !isUntouched(row));
  return meant.map((row) => originOf(row)?.seen ?? scalarRecord(model.entity(entity), row));
}

/** Whether it is certain what an expression finds there. */
export function knows(at: AtHand, path: readonly string[], knowsComputed: (name: string) => boolean): boolean {
  const [first = '', ...rest] = path;
  if (first === '$user') return rest.length === 0 || leadsSomewhere(at.context.user, rest);
  if (first === '$old') return at.old === null || (rest.length === 1 && leadsSomewhere(at.old, rest));
  if (first.startsWith('$')) return true;
  if (at.unknown.has(first) || !knowsComputed(first)) return false;
  if (at.old && (!Object.hasOwn(at.record, first) || at.partlySeen.has(first))) return false;
  return rest.length === 0 || leadsSomewhere(at.record[first], rest);
}

/** Nothing stands behind a blank look-up, and that is certain. Of rows, each has to tell. */
function leadsSomewhere(start: unknown, path: readonly string[]): boolean {
  let value = start;
  for (const [index, name] of path.entries()) {
    if (value === null || value === undefined) return true;
    if (Array.isArray(value)) return value.every((row) => leadsSomewhere(row, path.slice(index)));
    if (typeof value !== 'object' || !Object.hasOwn(value, name)) return false;
    value = Reflect.get(value, name);
  }
  return true;
}

/** The value at a path as the wire carries it; undefined where it was not read. */
export function wireAt(at: AtHand, [first = '', ...rest]: readonly string[]): unknown {
  let value = at.values[first];
  if (rest.length === 0) return value ?? null;
  const id = idOf(value);
  value = id === null ? null : at.related(first, id);
  for (const name of rest) {
    if (value === null) return null;
    if (typeof value !== 'object' || value === undefined || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value ?? null;
}
