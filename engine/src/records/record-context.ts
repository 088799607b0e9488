// A record as expressions see it: scalars by field name, look-ups as objects where a rule looks behind them.
import type { Context } from '@trellis/expressions/to-function';
import { userContext, type Asker } from '../auth/actor.ts';
import type { CompiledEntity, CompiledField, Model } from '../model/model.ts';
import { needsOf, type Needs } from './row-needs.ts';

export type Stored = Readonly<Record<string, unknown>>;

export interface RecordInContext {
  /** Canonical wire values of the record's own columns. */
  readonly values: Stored;
  /** Values behind look-ups, by path: `author.country`. */
  readonly related: Stored;
}

export function contextFor(
  { asker, model }: { readonly asker: Asker; readonly model: Model },
  entity: CompiledEntity,
  record: RecordInContext,
  old: Stored | null = null,
): Context {
  const needs = needsOf(model, entity);
  const seen = (values: Stored, related: Stored): Stored => withRows(scalars(entity, values, related), needs);
  return {
    record: seen(record.values, record.related),
    old: old ? seen(old, {}) : null,
    user: userContext(asker.actor),
    now: asker.now,
    today: asker.today,
    timeZone: asker.actor.timeZone,
  } as Context;
}

/** What expressions see of values. */
export function scalars(entity: CompiledEntity, values: Stored, related: Stored): Record<string, unknown> {
  const record: Record<string, unknown> = { ...values };
  for (const { name, type } of structuredFields(entity)) {
    const value = record[name];
    if (type.scalar && value !== null && value !== undefined) record[name] = type.scalar.fromWire(value);
  }
  for (const path in related) setPath(record, path.split('.'), related[path]);
  return record;
}

const structured = new WeakMap<CompiledEntity, readonly CompiledField[]>();

/** The few fields that expressions see otherwise than the wire carries them. */
function structuredFields(entity: CompiledEntity): readonly CompiledField[] {
  let fields = structured.get(entity);
  if (!fields)
    structured.set(entity, (fields = [...entity.fields.values()].filter((field) => field.type.scalar !== undefined)));
  return fields;
}

/** From each row its look-up leads back to this very record, as it is about to be. */
function withRows(record: Record<string, unknown>, { rows }: Needs): Stored {
  for (const { path, parentField, ...needs } of rows) {
    const owner = path.slice(0, -1).reduce<unknown>((at, name) => memberOf(at, name), record);
    const list = memberOf(owner, path.at(-1) ?? '');
    if (typeof owner !== 'object' || owner === null || !Array.isArray(list)) continue;
    const linked = list.map((row: unknown) =>
      typeof row === 'object' && row !== null ? withRows({ ...row, [parentField]: owner }, needs) : row,
    );
    Object.assign(owner, { [path.at(-1) ?? '']: linked });
  }
  return record;
}

function memberOf(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null
    ? Object.getOwnPropertyDescriptor(object, name)?.value
    : undefined;
}

/** `author.country` beside `author` itself: the look-up becomes an object that still knows its id. */
export function setPath(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = record;
  for (const step of path.slice(0, -1)) {
    const here = at[step];
    const object = typeof here === 'object' && here !== null ? (here as Record<string, unknown>) : { id: here ?? null };
    at[step] = object;
    at = object;
  }
  at[path.at(-1) ?? ''] = value;
}
