// The draft in hand: the items that it puts in place of published ones, and how they came about, so that each step can be undone.
import type { Metadata, PublishedEntity, PublishedField } from '@trellis/client/metadata';
import type { DraftItem } from '@trellis/client/wire';
import type { Form, OptionSet } from '@trellis/metadata/kinds';

export type DraftItems = readonly DraftItem[];

/** The published model with the draft's items on top of it. */
export function drafted(published: Metadata, items: DraftItems): Metadata {
  const bodies = (kind: string): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      items.filter((item) => item.kind === kind && item.op === 'put').map(({ name, body }) => [name, body]),
    );
  const entities = Object.entries(bodies('entity') as Readonly<Record<string, PublishedEntity>>).map(([name, body]) => {
    const system = Object.entries(published.entities[name]?.fields ?? {}).filter(([, field]) => field.system === true);
    return [name, { ...published.entities[name], ...body, fields: { ...body.fields, ...Object.fromEntries(system) } }];
  });
  return {
    ...published,
    entities: { ...published.entities, ...Object.fromEntries(entities) },
    forms: { ...published.forms, ...(bodies('form') as Readonly<Record<string, Form>>) },
    option_sets: { ...published.option_sets, ...(bodies('option_set') as Readonly<Record<string, OptionSet>>) },
  };
}

export interface FieldChange {
  readonly entity: string;
  readonly name: string;
  readonly field: PublishedField;
  /** Name of a form that shall show a new field too. */
  readonly form?: string | undefined;
  /** A set of options that the field brings along. */
  readonly optionSet?: OptionSet | undefined;
}

/** Puts a field in, new or changed, and into a form and an option set where it says so. */
export function withField(published: Metadata, items: DraftItems, change: FieldChange): DraftItems {
  const model = drafted(published, items);
  const entity = model.entities[change.entity];
  if (!entity) return items;
  const own = Object.entries(entity.fields).filter(([, field]) => field.system !== true);
  const body = { ...entity, fields: { ...Object.fromEntries(own), [change.name]: change.field } };
  const form = change.form === undefined ? undefined : model.forms[change.form];
  return [
    ...(change.optionSet ? [put('option_set', change.optionSet.name, change.optionSet)] : []),
    put('entity', change.entity, body),
    ...(form ? [put('form', form.name, formWith(form, change.name))] : []),
  ].reduce(withItem, items);
}

/** Takes a field of the draft out again; a published one is not touched. */
export function withoutNewField(published: Metadata, items: DraftItems, entity: string, name: string): DraftItems {
  if (published.entities[entity]?.fields[name]) return items;
  const body = drafted(published, items).entities[entity];
  if (!body) return items;
  const rest = Object.entries(body.fields).filter(([other, field]) => other !== name && field.system !== true);
  const forms = items.filter((item) => item.kind === 'form' && (item.body as Form).entity === entity);
  const changed = withItem(items, put('entity', entity, { ...body, fields: Object.fromEntries(rest) }));
  return forms.reduce(
    (all, item) => withItem(all, put('form', item.name, formWithout(item.body as Form, name))),
    changed,
  );
}

export function isNewField(published: Metadata, entity: string, name: string): boolean {
  return published.entities[entity]?.fields[name] === undefined;
}

function put(kind: string, name: string, body: unknown): DraftItem {
  return { op: 'put', kind, name, body };
}

function withItem(items: DraftItems, item: DraftItem): DraftItems {
  const others = items.filter((other) => other.kind !== item.kind || other.name !== item.name);
  return [...others, item];
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
