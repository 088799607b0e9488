// An item of the metadata as far as its reader may know of it: nothing in it names an entity or a field out of their sight. What
// refers to one is found by the index of references, which knows every name in every expression.
import type { Entity, Field, Form, Kind } from '@trellis/metadata/kinds';
import { referencesByItem, type Reference } from '@trellis/metadata/references';
import { valueField } from '@trellis/metadata/value-field';
import type { Access } from '../model/access.ts';
import type { CompiledField, Model } from '../model/model.ts';
import { fieldAccess, type Judgement } from '../records/judgement.ts';
import { asksRows, placeAround } from './places.ts';
import { settlingInSight, type SettlingInSight } from './settling-in-sight.ts';
import { withoutPlaces } from './without-places.ts';

/** The items that others may name. */
export interface Parts {
  readonly form: ReadonlyMap<string, unknown>;
  readonly view: ReadonlyMap<string, unknown>;
}

/** @returns undefined where nothing of it is in sight. */
export function itemInSight<Item extends { readonly name: string }>(
  judge: Judgement,
  kind: Kind,
  item: Item,
  parts?: Parts,
): Item | undefined {
  const hidden = referencesIn(judge.model)(kind, item.name).filter((use) => isOutOfSight(judge, use, parts));
  const places = hidden.map(({ from }) => placeAround(kind, from.path));
  if (kind === 'entity') places.push(...hiddenFields(judge, item.name));
  return withoutPlaces(item, new Set(places));
}

/** An access belongs to one model and one set of roles. */
const entities = new WeakMap<Access, Map<string, SettlingInSight | undefined>>();

export function entityInSight(judge: Judgement, name: string): Entity | undefined {
  return seenEntity(judge, name)?.entity;
}

/** Names of fields in sight that the server may fill in or clear by what the asker does not see. */
export function settledUnseen(judge: Judgement, name: string): ReadonlySet<string> {
  return seenEntity(judge, name)?.unseen ?? new Set();
}

function seenEntity(judge: Judgement, name: string): SettlingInSight | undefined {
  let known = entities.get(judge.access);
  if (!known) entities.set(judge.access, (known = new Map()));
  if (!known.has(name)) known.set(name, lookAtEntity(judge, name));
  return known.get(name);
}

function lookAtEntity(judge: Judgement, name: string): SettlingInSight | undefined {
  const entity = judge.model.metadata.entities.get(name);
  if (!entity || !isSeen(judge, name)) return undefined;
  const rest = itemInSight(judge, 'entity', entity);
  return rest && settlingInSight(entity, { ...rest, title: rest.title ?? 'id' });
}

export function formsInSight(judge: Judgement, entity: string): Form[] {
  const forms = [...judge.model.metadata.forms.values()].filter((form) => form.entity === entity && isFor(judge, form));
  return forms.flatMap((form) => itemInSight(judge, 'form', form) ?? []);
}

/** An item that says whom it is for is out of the sight of the others. */
export function isFor(judge: Judgement, { roles }: { readonly roles?: readonly string[] }): boolean {
  return !roles || roles.some((role) => judge.asker.actor.roles.includes(role));
}

/** What the metadata says of a field, as far as it is in sight; undefined where the field is not. */
export function definitionInSight(judge: Judgement, field: CompiledField): Field | undefined {
  if (isHidden(judge, field)) return undefined;
  const declared = judge.model.metadata.entities.get(field.entity)?.fields[field.name];
  if (!declared) return field.definition;
  const seen = entityInSight(judge, field.entity)?.fields[field.name];
  return seen && valueField(seen);
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
  return isHidden(judge, field) || (fieldAccess(judge, field) !== 'always' && asksRows(from.path));
}

function isSeen(judge: Judgement, entity: string): boolean {
  return judge.access.row(entity, 'read').kind !== 'none';
}

const indexes = new WeakMap<Model, ReturnType<typeof referencesByItem>>();

function referencesIn(model: Model): ReturnType<typeof referencesByItem> {
  let known = indexes.get(model);
  if (!known) indexes.set(model, (known = referencesByItem(model.metadata)));
  return known;
}
