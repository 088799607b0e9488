// The metadata as far as its reader may know of it: nothing in it names an entity or a field out of their sight. What refers to
// one is found by the index of references, which knows every name in every expression.
import type { App, Entity, Field, Form, OptionSet, Page, View } from '@trellis/metadata/kinds';
import type { Metadata } from '@trellis/metadata/metadata';
import { references, type Reference } from '@trellis/metadata/references';
import type { Access } from '../model/access.ts';
import type { CompiledField, Model } from '../model/model.ts';
import { fieldAccess, type Judgement } from '../records/judgement.ts';
import { asksRows, placeAround } from './places.ts';
import { withoutPlaces } from './without-places.ts';

export interface MetadataInSight {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly option_sets: ReadonlyMap<string, OptionSet>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly views: ReadonlyMap<string, View>;
  readonly pages: ReadonlyMap<string, Page>;
  readonly apps: ReadonlyMap<string, App>;
}

/** An access belongs to one model and one set of roles. */
const memo = new WeakMap<Access, MetadataInSight>();

export function metadataInSight(judge: Judgement): MetadataInSight {
  let known = memo.get(judge.access);
  if (!known) memo.set(judge.access, (known = lookAt(judge)));
  return known;
}

/** What the metadata says of a field, as far as it is in sight; undefined where the field is not. */
export function definitionInSight(judge: Judgement, field: CompiledField): Field | undefined {
  if (isHidden(judge, field)) return undefined;
  const declared = judge.model.metadata.entities.get(field.entity)?.fields[field.name];
  return declared ? metadataInSight(judge).entities.get(field.entity)?.fields[field.name] : field.definition;
}

/** Never readable, or a look-up that leads to nothing but records out of sight. */
export function isHidden(judge: Judgement, field: CompiledField): boolean {
  if (fieldAccess(judge, field) === 'never') return true;
  const { relation } = field;
  if (!relation) return false;
  return relation.kind === 'any'
    ? !relation.entities.some((name) => isSeen(judge, name))
    : !isSeen(judge, relation.entity);
}

function lookAt(judge: Judgement): MetadataInSight {
  const { metadata } = judge.model;
  const index = referencesIn(judge.model);
  const mine = ({ roles }: { readonly roles?: readonly string[] }): boolean =>
    !roles || roles.some((role) => judge.asker.actor.roles.includes(role));
  const entities = inSight(judge, index, 'entity', metadata.entities);
  const forms = inSight(judge, index, 'form', filtered(metadata.forms, mine));
  const views = inSight(judge, index, 'view', filtered(metadata.views, mine));
  const parts: Parts = { form: forms, view: views };
  return {
    entities: new Map([...entities].map(([name, entity]) => [name, { ...entity, title: entity.title ?? 'id' }])),
    option_sets: optionSets(judge, metadata, entities),
    forms,
    views,
    pages: inSight(judge, index, 'page', metadata.pages, parts),
    apps: inSight(judge, index, 'app', filtered(metadata.apps, mine), parts),
  };
}

/** The items that others may name. */
interface Parts {
  readonly form: ReadonlyMap<string, unknown>;
  readonly view: ReadonlyMap<string, unknown>;
}

function inSight<Item>(
  judge: Judgement,
  index: ReadonlyMap<string, readonly Reference[]>,
  kind: Reference['from']['kind'],
  items: ReadonlyMap<string, Item>,
  parts?: Parts,
): Map<string, Item> {
  return new Map(
    [...items].flatMap(([name, item]) => {
      if (kind === 'entity' && !isSeen(judge, name)) return [];
      const hidden = (index.get(`${kind}/${name}`) ?? []).filter((reference) => isOutOfSight(judge, reference, parts));
      const places = hidden.map(({ from }) => placeAround(kind, from.path));
      if (kind === 'entity') places.push(...hiddenFields(judge, name));
      const rest = withoutPlaces(item, new Set(places));
      return rest === undefined ? [] : [[name, rest] as const];
    }),
  );
}

/** Nothing need refer to them. */
function hiddenFields(judge: Judgement, entity: string): string[] {
  const fields = [...(judge.model.entities.get(entity)?.fields.values() ?? [])];
  return fields.filter((field) => isHidden(judge, field)).map(({ name }) => `/fields/${name}`);
}

function isOutOfSight(judge: Judgement, { from, to }: Reference, parts: Parts | undefined): boolean {
  if (to.kind === 'form' || to.kind === 'view') return parts !== undefined && !parts[to.kind].has(to.name);
  if (to.kind !== 'entity') return false;
  if (!isSeen(judge, to.name)) return true;
  const field = to.member === undefined ? undefined : judge.model.entities.get(to.name)?.fields.get(to.member);
  if (!field) return false;
  return isHidden(judge, field) || (asksRows(from.path) && fieldAccess(judge, field) !== 'always');
}

function isSeen(judge: Judgement, entity: string): boolean {
  return judge.access.row(entity, 'read').kind !== 'none';
}

/** Those that fields in sight offer, and the sets that these depend on; whoever designs chooses from all of them. */
function optionSets(
  judge: Judgement,
  metadata: Metadata,
  entities: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, OptionSet> {
  if (judge.access.rights.has('designer')) return metadata.option_sets;
  const offered = new Set<string>();
  const offer = (name: unknown): void => {
    if (typeof name !== 'string' || offered.has(name)) return;
    offered.add(name);
    offer(metadata.option_sets.get(name)?.parent);
  };
  for (const entity of entities.values())
    for (const field of Object.values(entity.fields)) if ('options' in field) offer(field.options);
  return filtered(metadata.option_sets, ({ name }) => offered.has(name));
}

function filtered<Item>(items: ReadonlyMap<string, Item>, fits: (item: Item) => boolean): ReadonlyMap<string, Item> {
  return new Map([...items].filter(([, item]) => fits(item)));
}

const indexes = new WeakMap<Model, ReadonlyMap<string, readonly Reference[]>>();

/** By the item that they stand in. */
function referencesIn(model: Model): ReadonlyMap<string, readonly Reference[]> {
  let known = indexes.get(model);
  if (!known) {
    known = Map.groupBy(references(model.metadata), ({ from }) => `${from.kind}/${from.name}`);
    indexes.set(model, known);
  }
  return known;
}
