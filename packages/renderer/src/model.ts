// The published metadata as screens ask it: entities, fields along look-ups, labels in the asker's language, options, rights, titles.
// In: the answers of GET /api/metadata and GET /api/me. Out: one `Model`, which lives as long as that version of the metadata.
import { createContext, use } from 'react';
import type { Metadata, PublishedEntity, PublishedField } from '@trellis/client/metadata';
import type { Me } from '@trellis/client/wire';
import type { Field, Label, OptionValue, Page, View } from '@trellis/metadata/kinds';
import { labelText } from '@trellis/field-types/label';
import type { RecordData } from './record-data.ts';
import { createRights, type ConditionMatcher } from './rights.ts';

export type { RecordData } from './record-data.ts';

/** A field that a path leads to, and the entity that it belongs to. */
export interface FieldAt {
  readonly entity: string;
  readonly name: string;
  readonly field: PublishedField;
}

export interface Model {
  readonly metadata: Metadata;
  readonly me: Me;
  readonly language: string;
  readonly timeZone: string;
  entity(name: string): PublishedEntity | undefined;
  /** `account.owner.name` walks look-ups; undefined where a step is unknown, or not the asker's to see. */
  field(entity: string, path: string): FieldAt | undefined;
  label(label: Label | undefined, fallback?: string): string;
  /** One of them, as in "New book"; its name where it has no label. */
  one(entity: string): string;
  /** Many of them, as in "Books". */
  many(entity: string): string;
  fieldLabel(entity: string, path: string): string;
  options(field: Field): readonly OptionValue[];
  /** Of what a field says about its options: the name of an option set, or the values themselves. */
  optionsOf(options: unknown): readonly OptionValue[];
  can(action: string, entity: string, record?: RecordData, field?: string): boolean;
  title(entity: string, record: RecordData): string;
  views(entity: string): readonly View[];
  page(entity: string): Page | undefined;
}

export const ModelContext = createContext<Model | null>(null);

export function useModel(): Model {
  const model = use(ModelContext);
  if (!model) throw new Error('ModelContext is missing above this screen');
  return model;
}

/** `matches` decides rights that depend on the record; without it they count as given, since the server decides anyway. */
export function createModel(metadata: Metadata, me: Me, matches?: ConditionMatcher): Model {
  const rights = createRights(me.permissions, matches);
  const entity = (name: string) => (Object.hasOwn(metadata.entities, name) ? metadata.entities[name] : undefined);
  const label = (text: Label | undefined, fallback = '') =>
    text === undefined ? fallback : labelText(text, me.language);
  const optionsOf = (options: unknown): readonly OptionValue[] => {
    if (typeof options === 'string') return metadata.option_sets[options]?.values ?? [];
    return Array.isArray(options) ? options : [];
  };
  const field = (name: string, path: string) => walk(entity, name, path.split('.'));
  return {
    metadata,
    me,
    language: me.language,
    timeZone: me.user.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    entity,
    field,
    label,
    one: (name) => label(entity(name)?.label, name),
    many: (name) => label(entity(name)?.labels ?? entity(name)?.label, name),
    fieldLabel: (name, path) => label(field(name, path)?.field.label, path),
    options: (of) => optionsOf('options' in of ? of.options : undefined),
    optionsOf,
    can: rights,
    title: (name, record) => titleOf(entity(name), record),
    views: (name) => inOrder(Object.values(metadata.views).filter((view) => view.entity === name)),
    page: (name) => preferred(Object.values(metadata.pages).filter((page) => page.entity === name)),
  };
}

function walk(
  entity: (name: string) => PublishedEntity | undefined,
  name: string,
  path: readonly string[],
): FieldAt | undefined {
  const [first, ...rest] = path;
  const fields = entity(name)?.fields;
  if (!first || !fields || !Object.hasOwn(fields, first)) return undefined;
  const field = fields[first];
  if (!field) return undefined;
  if (rest.length === 0) return { entity: name, name: first, field };
  const target = relatedEntity(field);
  return target === undefined ? undefined : walk(entity, target, rest);
}

/** The entity that a look-up of any kind leads to. */
export function relatedEntity(field: Field): string | undefined {
  if (field.type === 'user' || field.type === 'team') return field.type;
  return 'entity' in field && typeof field.entity === 'string' ? field.entity : undefined;
}

function titleOf(entity: PublishedEntity | undefined, record: RecordData): string {
  const value = entity?.title ? record[entity.title] : undefined;
  return titleText(value) ?? titleText(record['title']) ?? '';
}

function titleText(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if ('full' in value) return titleText(value.full);
  return 'title' in value ? titleText(value.title) : undefined;
}

function inOrder(views: View[]): View[] {
  return views.sort(
    (a, b) => Number(b.default ?? false) - Number(a.default ?? false) || (a.order ?? 0) - (b.order ?? 0),
  );
}

function preferred(pages: Page[]): Page | undefined {
  return pages.find((page) => page.default) ?? pages[0];
}
