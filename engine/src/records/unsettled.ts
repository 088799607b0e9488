// A record on its way from what a write says to what is written. It changes step by step, within one pass and nowhere else.
import type { Context } from '@trellis/expressions/to-function';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import type { Judgement } from './judgement.ts';
import { companionValues } from './normalise.ts';
import { contextFor, type Stored } from './record-context.ts';
import { sameValue } from './same-value.ts';

/** What a write says of one record, canonical. */
export interface Incoming {
  /** Of the row's own fields; of a stored record only what changes. */
  readonly values: Stored;
  /** Every field that it names, also where that changes nothing or is refused: what it says itself is not filled in. */
  readonly named: ReadonlySet<string>;
  /** Of links and rows. */
  readonly beside: Stored;
  /** As it is stored, with links and rows; null: the record is about to be made. */
  readonly old: Stored | null;
}

export interface Unsettled {
  readonly judge: Judgement;
  readonly entity: CompiledEntity;
  readonly incoming: Incoming;
  readonly values: Record<string, unknown>;
  /** Fields that change; null: all of them, because the record is new. */
  readonly touched: Set<string> | null;
  /** What stands behind its look-ups. */
  related: Stored;
  /** Look-ups that lead elsewhere by now. */
  readonly moved: Set<string>;
  /** Made when it is first asked for, and after every change. */
  context: Context | null;
}

export function unsettled(judge: Judgement, entity: CompiledEntity, incoming: Incoming): Unsettled {
  const { values, beside, old } = incoming;
  return {
    judge,
    entity,
    incoming,
    values: { ...values },
    touched: old && new Set([...Object.keys(values), ...Object.keys(beside)]),
    related: {},
    moved: new Set(),
    context: null,
  };
}

/** The record as it would be. */
export function merged({ incoming: { old, beside }, values }: Unsettled): Stored {
  return { ...old, ...values, ...beside };
}

export function valueOf({ incoming: { old }, values }: Unsettled, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : old?.[name];
}

export function contextOf(record: Unsettled): Context {
  const { judge, entity, incoming, related } = record;
  return (record.context ??= contextFor(judge, entity, { values: merged(record), related }, incoming.old));
}

export function relate(record: Unsettled, related: Stored): void {
  record.related = related;
  record.moved.clear();
  record.context = null;
}

/** A value of one of the row's own fields, with what follows from it. */
export function put(record: Unsettled, field: CompiledField, value: unknown): void {
  const all = { [field.name]: value, ...companionValues(field, value) };
  for (const [name, each] of Object.entries(all)) putOne(record, name, each);
  if (field.relation) record.moved.add(field.name);
  record.context = null;
}

/** What is as it was is no change. */
function putOne({ incoming: { old }, values, touched }: Unsettled, name: string, value: unknown): void {
  if (old && sameValue(value, old[name])) {
    delete values[name];
    touched?.delete(name);
  } else {
    values[name] = value;
    touched?.add(name);
  }
}
