// A form, a view and a page for an entity that nobody has drawn any for.
import type { Block, Entity, Form, Page, View } from '../kinds.ts';
import { labelFromName } from '../labels.ts';
import { membersOf, type Member } from '../members.ts';
import type { CompleteEntity } from './entity.ts';

const columnLimit = 7;
const highlightLimit = 4;

/** Every field that people fill in, the title first, in two columns; child tables below, each by itself. */
export function defaultForm(entity: CompleteEntity, name: string): Form {
  const writable = declared(entity).filter(({ type }) => type.generated !== true);
  const isTable = ({ relation }: Member): boolean => relation?.kind === 'children';
  const fields = titleFirst(
    entity,
    writable.filter((member) => !isTable(member)),
  ).map((member) => member.name);
  // An owner is chosen like any other field; companions (a currency) are where their field is.
  const owners = ['owner', 'team'].filter((each) => membersOf(entity).get(each)?.origin === 'system');
  const tables = writable.filter(isTable).map((member) => ({
    name: member.name,
    label: member.field.label ?? member.name,
    columns: 1,
    fields: [member.name],
  }));
  const details = { name: 'details', columns: 2, fields: [...fields, ...owners] };
  return {
    name,
    entity: entity.name,
    default: true,
    sections: details.fields.length > 0 ? [details, ...tables] : tables,
  };
}

/** A view that says nothing of its label and columns gets them from its name and its entity. */
export function completeView(view: View, entity: CompleteEntity | undefined): View {
  if (!entity) return view;
  const name = view.name.startsWith(`${entity.name}_`) ? view.name.slice(entity.name.length + 1) : view.name;
  return {
    ...view,
    label: view.label ?? labelFromName(name),
    columns: view.columns ?? defaultView(entity, view.name).columns ?? [],
  };
}

/** The title and the fields that lists can be sorted or grouped by, newest records first. */
export function defaultView(entity: CompleteEntity, name: string): View {
  const listed = declared(entity).filter(
    ({ type, name: field }) => type.sortable || type.groupable || field === entity.title,
  );
  const columns = titleFirst(entity, listed)
    .map((member) => member.name)
    .slice(0, columnLimit);
  const owner = membersOf(entity).has('owner') ? ['owner'] : [];
  return {
    name,
    entity: entity.name,
    label: { en: 'All', 'zh-CN': '全部' },
    type: 'table',
    default: true,
    columns: [...columns, ...owner],
    sort: ['-created_at'],
  };
}

/** Highlights, the form, lists of the records that refer to this one, and what changed. */
export function defaultPage(entity: CompleteEntity, name: string, referrers: readonly Referrer[]): Page {
  const highlights = declared(entity).filter(({ type, name: field }) => type.groupable && field !== entity.title);
  const related = relatedBlocks(entity, referrers);
  return {
    name,
    entity: entity.name,
    default: true,
    highlights: highlights.slice(0, highlightLimit).map((member) => member.name),
    tabs: [
      { name: 'details', label: { en: 'Details', 'zh-CN': '详情' }, blocks: [{ type: 'form' }] },
      ...(related.length > 0 ? [{ name: 'related', label: { en: 'Related', 'zh-CN': '相关' }, blocks: related }] : []),
      ...(entity.history
        ? [{ name: 'history', label: { en: 'History', 'zh-CN': '历史' }, blocks: [{ type: 'history' as const }] }]
        : []),
    ],
  };
}

/** A field that leads to records of an entity. */
export interface Referrer {
  readonly entity: string;
  readonly field: string;
}

/** By the name of the entity that they lead to. */
export function referrersOf(entities: Iterable<Entity>): ReadonlyMap<string, readonly Referrer[]> {
  const leads = [...entities].flatMap((entity) =>
    declared(entity).flatMap(({ name, relation }) =>
      targetsOf(relation).map((to) => ({ to, entity: entity.name, field: name })),
    ),
  );
  return Map.groupBy(leads, ({ to }) => to);
}

/** Children are no referrers: they refer to their parent by a look-up of their own. */
function targetsOf(relation: Member['relation']): readonly string[] {
  if (!relation || relation.kind === 'children') return [];
  return relation.kind === 'any' ? relation.entities : [relation.entity];
}

/** One list for every look-up that leads here, save those whose records stand in a child table of this entity already. */
function relatedBlocks(entity: Entity, referrers: readonly Referrer[]): Block[] {
  const shown = new Set(
    declared(entity).flatMap(({ relation }) =>
      relation?.kind === 'children' ? [`${relation.entity}.${relation.parentField}`] : [],
    ),
  );
  return referrers
    .filter((referrer) => !shown.has(`${referrer.entity}.${referrer.field}`))
    .map(({ entity: from, field }): Block => ({ type: 'related', entity: from, via: field }));
}

function declared(entity: Entity): Member[] {
  return [...membersOf(entity).values()].filter(({ origin }) => origin === 'declared');
}

function titleFirst(entity: CompleteEntity, members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => Number(b.name === entity.title) - Number(a.name === entity.title));
}
