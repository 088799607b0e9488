// Metadata in a few lines, for tests: `metadata(entity('book', { title: 'text', pages: { type: 'integer', min: 1 } }))`.
import type { FieldTypeName } from '@trellis/field-types/registry';
import { withDefaults, type CompleteMetadata } from './defaults/with-defaults.ts';
import type {
  App,
  Body,
  Calendar,
  Entity,
  Field,
  Form,
  Kind,
  OptionSet,
  Page,
  RawItem,
  Role,
  SampleData,
  View,
} from './kinds.ts';
import type { Metadata } from './metadata.ts';
import { validate } from './validate.ts';

/** A field, or the name of its type. */
export type FieldShort = Field | FieldTypeName;

/** Monday to Friday, from nine to six, but for what is said. */
export function calendar(name: string, more: Partial<Omit<Calendar, 'name'>> = {}): RawItem {
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '18:00']]]));
  return item('calendar', { name, week, ...more });
}

/** `{ '2026-01-01': '7.1' }`: what one `from` is in `to`, by the day from which on. */
export function exchangeRate(
  name: string,
  [from, to]: readonly [from: string, to: string],
  rates: { readonly [since: string]: string | number },
): RawItem {
  return item('exchange_rate', {
    name,
    from,
    to,
    rates: Object.entries(rates).map(([since, rate]) => ({ since, rate })),
  });
}

export function entity(
  name: string,
  fields: { readonly [name: string]: FieldShort },
  more: Partial<Omit<Entity, 'name' | 'fields'>> = {},
): RawItem {
  const long = Object.entries(fields).map(([field, short]) => [
    field,
    typeof short === 'string' ? { type: short } : short,
  ]);
  return { kind: 'entity', name, body: { name, ...more, fields: Object.fromEntries(long) } };
}

/** Values as they are, or each with its own label. */
export function optionSet(
  name: string,
  values: readonly (string | OptionSet['values'][number])[],
  more: Partial<Omit<OptionSet, 'name' | 'values'>> = {},
): RawItem {
  const long = values.map((value) => (typeof value === 'string' ? { value, label: value } : value));
  return item('option_set', { name, ...more, values: long });
}

export function form(
  name: string,
  entityName: string,
  fields: Form['sections'][number]['fields'],
  more: Partial<Form> = {},
): RawItem {
  return item('form', { name, entity: entityName, sections: [{ fields }], ...more });
}

export function view(
  name: string,
  entityName: string,
  columns: NonNullable<View['columns']>,
  more: Partial<View> = {},
): RawItem {
  return item('view', { name, entity: entityName, type: 'table', columns, ...more });
}

/** One tab with these blocks. */
export function page(
  name: string,
  entityName: string,
  blocks: Page['tabs'][number]['blocks'],
  more: Partial<Page> = {},
): RawItem {
  return item('page', { name, entity: entityName, tabs: [{ name: 'details', label: 'Details', blocks }], ...more });
}

/** One group with these entities. */
export function app(name: string, entities: readonly string[], more: Partial<App> = {}): RawItem {
  const items = entities.map((each) => ({ entity: each }));
  return item('app', { name, label: name, groups: [{ name: 'records', items }], ...more });
}

export function role(name: string, entities: NonNullable<Role['entities']>, more: Partial<Role> = {}): RawItem {
  return item('role', { name, label: name, entities, ...more });
}

export function sampleData(name: string, entityName: string, records: SampleData['records']): RawItem {
  return item('sample_data', { name, entity: entityName, records });
}

/** The items on the engine's own layer. Throws with every problem: a test's metadata is meant to be right. */
export function metadata(...items: readonly RawItem[]): Metadata {
  const validation = validate(items);
  if (validation.ok) return validation.metadata;
  const lines = validation.problems.map(({ path, code, message }) => `${path}: ${code}: ${message}`);
  throw new Error(`This metadata does not hold:\n${lines.join('\n')}`);
}

export function completeMetadata(...items: readonly RawItem[]): CompleteMetadata {
  return withDefaults(metadata(...items));
}

function item<K extends Kind>(kind: K, body: Body<K> & { readonly name: string }): RawItem {
  return { kind, name: body.name, body };
}
