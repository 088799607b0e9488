// One value of sample data: "@id" names a record, { "$days": -3, "at": "09:30" } a day counted from today.
import type { Asker } from '../auth/actor.ts';
import type { CompiledField } from '../model/model.ts';

export interface SampleContext {
  /** Symbolic id → real one. */
  readonly ids: Map<string, string>;
  readonly asker: Asker;
  readonly timeZone: string;
}

export function sampleValue(value: unknown, field: CompiledField | undefined, context: SampleContext): unknown {
  if (Array.isArray(value)) return value.map((item) => sampleValue(item, field, context));
  if (typeof value === 'string' && field?.relation && value.startsWith('@')) return known(context, value.slice(1));
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, unknown>>;
  if (typeof members['$days'] === 'number') {
    const day = addDays(context.asker.today, members['$days']);
    return field?.valueType === 'datetime' ? instantAt(day, String(members['at'] ?? '09:00'), context.timeZone) : day;
  }
  if (field?.relation?.kind === 'any' && typeof members['id'] === 'string' && members['id'].startsWith('@'))
    return { ...members, id: known(context, members['id'].slice(1)) };
  return field?.relation?.kind === 'children'
    ? Object.fromEntries(Object.entries(members).map(([name, inner]) => [name, childValue(inner, context)]))
    : value;
}

/** Rows of child tables: their look-ups and dates are told by their form alone. */
function childValue(value: unknown, context: SampleContext): unknown {
  if (typeof value === 'string' && value.startsWith('@') && context.ids.has(value.slice(1)))
    return context.ids.get(value.slice(1));
  return sampleValue(value, undefined, context);
}

function known(context: SampleContext, symbol: string): string {
  const id = context.ids.get(symbol);
  if (!id) throw new Error(`sample data names @${symbol}, which no record before it has as its $id`);
  return id;
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The instant at which a wall clock in `timeZone` shows this day and time. */
export function instantAt(day: string, time: string, timeZone: string): string {
  const asUtc = new Date(`${day}T${time}:00Z`);
  const shown = new Date(`${asUtc.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  return new Date(asUtc.getTime() * 2 - shown.getTime()).toISOString();
}
