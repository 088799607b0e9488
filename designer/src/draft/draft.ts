// The draft in hand: the items that it puts in place of published ones. What is put starts from what is stored, so that nothing
// that goes without saying is ever written down.
import type { Metadata, PublishedEntity } from '@trellis/client/metadata';
import type { DraftItem } from '@trellis/client/wire';
import { completeEntity } from '@trellis/metadata/complete-entity';
import type { Body, Entity, Field, Form, Kind, OptionSet } from '@trellis/metadata/kinds';
import { completeView } from '@trellis/metadata/screens';
import { shownField } from '@trellis/metadata/shown-field';
import { systemFields } from '@trellis/metadata/system-fields';
import { wholeMetadata } from './whole-metadata.ts';

export type DraftItems = readonly DraftItem[];

/** The published model with the draft's items on top of it; what the draft works out is shown as it will be read. */
export function drafted(published: Metadata, items: DraftItems): Metadata {
  const changed = bodiesIn(items, 'entity');
  const model = withItemsOf(published, items, changed);
  const whole = changed.length > 0 ? wholeMetadata(model) : undefined;
  const shown = changed.map(({ name }) => [name, withValueFields(model.entities[name], whole?.entities.get(name))]);
  return { ...model, entities: { ...model.entities, ...Object.fromEntries(shown) } };
}

function withValueFields(entity: PublishedEntity | undefined, worked: Entity | undefined): PublishedEntity | undefined {
  if (!entity || !worked) return entity;
  const shown = Object.entries(worked.fields).map(([name, field]) => [name, shownField(field)]);
  return { ...entity, fields: { ...entity.fields, ...Object.fromEntries(shown) } };
}

function withItemsOf(published: Metadata, items: DraftItems, changed: readonly Entity[]): Metadata {
  const entities = changed.map((body) => [body.name, completed(published, body)]);
  const forms = bodiesIn(items, 'form').map((body) => [body.name, { ...published.forms[body.name], ...body }]);
  const views = bodiesIn(items, 'view').map((body) => {
    const entity = changed.find(({ name }) => name === body.entity);
    return [body.name, { ...published.views[body.name], ...completeView(body, entity && completeEntity(entity)) }];
  });
  return {
    ...published,
    entities: { ...published.entities, ...Object.fromEntries(entities) },
    forms: { ...published.forms, ...Object.fromEntries(forms) },
    views: { ...published.views, ...Object.fromEntries(views) },
    apps: { ...published.apps, ...byName(bodiesIn(items, 'app')) },
    option_sets: { ...published.option_sets, ...byName(bodiesIn(items, 'option_set')) },
    calendars: { ...published.calendars, ...byName(bodiesIn(items, 'calendar')) },
    exchange_rates: { ...published.exchange_rates, ...byName(bodiesIn(items, 'exchange_rate')) },
  };
}

function completed(published: Metadata, body: Entity): PublishedEntity {
  const entity = completeEntity(body);
  const before = published.entities[body.name];
  const system = before
    ? Object.entries(before.fields).filter(([, field]) => field.system)
    : Object.entries(systemFields(body.ownership)).map(([name, field]) => [name, { ...field, system: true }]);
  return { ...entity, fields: { ...entity.fields, ...Object.fromEntries(system) } };
}

function byName<Named extends { readonly name: string }>(bodies: readonly Named[]): Readonly<Record<string, Named>> {
  return Object.fromEntries(bodies.map((body) => [body.name, body]));
}

/** What a change starts from: documents without defaults, null where nobody has written one. */
export interface StoredItems {
  readonly entity: Entity | null;
  readonly form: Form | null;
}

/** What the draft says of an entity and a form; where it says nothing, what is stored of them. */
export function startFrom(
  items: DraftItems,
  names: { readonly entity: string; readonly form: string | undefined },
  stored: StoredItems,
): StoredItems {
  return {
    entity: bodyIn(items, 'entity', names.entity) ?? stored.entity,
    form: (names.form !== undefined && bodyIn(items, 'form', names.form)) || stored.form,
  };
}

export interface FieldChange {
  readonly name: string;
  readonly field: Field;
  /** Whether the form shall show a new field too. */
  readonly inForm?: boolean;
  /** A set of options that the field brings along. */
  readonly optionSet?: OptionSet | undefined;
}

/** Puts a field in, new or changed, and into the form and an option set where it says so. */
export function withField(items: DraftItems, { entity, form }: StoredItems, change: FieldChange): DraftItems {
  if (!entity) return items;
  const body = { ...entity, fields: { ...entity.fields, [change.name]: change.field } };
  return withItems(items, [
    ...(change.optionSet ? [put('option_set', change.optionSet)] : []),
    put('entity', body),
    ...(form && change.inForm === true ? [put('form', formWith(form, change.name))] : []),
  ]);
}

/** Takes a field of the draft out again; a published one is not touched. */
export function withoutNewField(published: Metadata, items: DraftItems, entity: string, name: string): DraftItems {
  const body = bodyIn(items, 'entity', entity);
  if (!body || !isNewField(published, entity, name)) return items;
  const { [name]: _taken, ...fields } = body.fields;
  const forms = bodiesIn(items, 'form').filter((form) => form.entity === entity);
  return withItems(items, [
    put('entity', { ...body, fields }),
    ...forms.map((form) => put('form', formWithout(form, name))),
  ]);
}

export function isNewField(published: Metadata, entity: string, name: string): boolean {
  return published.entities[entity]?.fields[name] === undefined;
}

/** The bodies of one kind. The server holds them against the schemas; here they are what they are put as. */
export function bodiesIn<K extends Kind>(items: DraftItems, kind: K): readonly Body<K>[] {
  return items.filter((item) => item.kind === kind && item.op === 'put').map((item) => item.body as Body<K>);
}

function bodyIn<K extends 'entity' | 'form'>(items: DraftItems, kind: K, name: string): Body<K> | undefined {
  return bodiesIn(items, kind).find((body) => body.name === name);
}

type Editable = 'entity' | 'form' | 'view' | 'app' | 'option_set';

export function put<K extends Editable>(kind: K, body: Body<K>): DraftItem {
  return { op: 'put', kind, name: body.name, body };
}

/** The newest word on an item is the one that counts. */
export function withItems(items: DraftItems, newer: DraftItems): DraftItems {
  const others = items.filter((item) => !newer.some(({ kind, name }) => kind === item.kind && name === item.name));
  return [...others, ...newer];
}

/** At the end of the last section that is open at first. */
function formWith(form: Form, field: string): Form {
  const isThere = form.sections.some((section) => section.fields.some((entry) => nameOf(entry) === field));
  if (isThere) return form;
  const open = form.sections.findLastIndex((section) => !section.collapsed && section.fields.length > 1);
  const at = open < 0 ? 0 : open;
  const sections = form.sections.map((section, index) =>
    index === at ? { ...section, fields: [...section.fields, field] } : section,
  );
  return { ...form, sections };
}

function formWithout(form: Form, field: string): Form {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.filter((entry) => nameOf(entry) !== field),
  }));
  return { ...form, sections: sections.filter((section) => section.fields.length > 0) };
}

function nameOf(entry: Form['sections'][number]['fields'][number]): string {
  return typeof entry === 'string' ? entry : entry.field;
}
