// A record as expressions see it: scalars by field name, look-ups as objects where a rule looks behind them.
import type { Context } from '@trellis/expressions/to-function';
import { userContext, type Asker } from '../auth/actor.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';

export type Stored = Readonly<Record<string, unknown>>;

export interface RecordInContext {
  /** Canonical wire values of the record's own columns. */
  readonly values: Stored;
  /** Values behind look-ups, by path: `author.country`. */
  readonly related: Stored;
}

export function contextFor(
  asker: Asker,
  entity: CompiledEntity,
  record: RecordInContext,
  old: Stored | null = null,
): Context {
  return {
    record: scalars(entity, record.values, record.related),
    old: old ? scalars(entity, old, {}) : null,
    user: userContext(asker.actor),
    now: asker.now,
    today: asker.today,
    timeZone: asker.actor.timeZone,
  } as Context;
}

function scalars(entity: CompiledEntity, values: Stored, related: Stored): Record<string, unknown> {
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

/** `author.country` beside `author` itself: the look-up becomes an object that still knows its id. */
function setPath(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = record;
  for (const step of path.slice(0, -1)) {
    const here = at[step];
    const object = typeof here === 'object' && here !== null ? (here as Record<string, unknown>) : { id: here ?? null };
    at[step] = object;
    at = object;
  }
  at[path.at(-1) ?? ''] = value;
}
