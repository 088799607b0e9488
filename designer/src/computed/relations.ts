// What there is to choose from where a computed field is made: who looks this entity up, which of their values can be gathered, where
// look-ups lead on, and what can be shown of the record at their end. Names only, in the order of the model.
import { canBeGathered, isSingle, leadsTo, type RollupFunction } from '@trellis/metadata/gathered';
import type { Metadata } from '@trellis/metadata/metadata';
import { membersOf, type Member } from '@trellis/metadata/members';

/** A look-up by which records of `from` lead to an entity. */
export interface Leading {
  readonly from: string;
  readonly via: string;
}

/** What people have made before what every record has, such as who created it. */
export function leadingTo(metadata: Metadata, entity: string): readonly Leading[] {
  const found = [...metadata.entities.keys()].flatMap((from) =>
    members(metadata, from)
      .filter((member) => leadsTo(member, entity))
      .map(({ name, origin }) => ({ from, via: name, origin })),
  );
  const ofSystem = found.filter(({ origin }) => origin === 'system');
  return [...found.filter(({ origin }) => origin !== 'system'), ...ofSystem].map(({ from, via }) => ({ from, via }));
}

export function gatherable(metadata: Metadata, from: string, way: RollupFunction): readonly string[] {
  return shownOf(metadata, from, (member) => canBeGathered(member, way));
}

export function orderable(metadata: Metadata, from: string): readonly string[] {
  return shownOf(metadata, from, ({ type }) => type.sortable);
}

/** Look-ups to records above, such as the parent company. */
export function upwards(metadata: Metadata, entity: string): readonly string[] {
  return members(metadata, entity).flatMap((member) => (leadsTo(member, entity) ? [member.name] : []));
}

/** Look-ups of one record. */
export function onwards(metadata: Metadata, entity: string): readonly string[] {
  return members(metadata, entity).flatMap(({ name, relation }) => (relation?.kind === 'one' ? [name] : []));
}

export function targetOf(metadata: Metadata, entity: string, via: string): string | undefined {
  const relation = members(metadata, entity).find(({ name }) => name === via)?.relation;
  return relation?.kind === 'one' ? relation.entity : undefined;
}

/** Fields of the record at the end of look-ups. */
export function showable(metadata: Metadata, entity: string): readonly string[] {
  return shownOf(metadata, entity, isSingle);
}

function shownOf(metadata: Metadata, entity: string, fits: (member: Member) => boolean): readonly string[] {
  return members(metadata, entity).flatMap((member) =>
    fits(member) && !ofTheEngine.has(member.name) ? [member.name] : [],
  );
}

/** They mean nothing to people. */
const ofTheEngine: ReadonlySet<string> = new Set(['id', 'version', 'deleted_at']);

function members(metadata: Metadata, entity: string): readonly Member[] {
  const body = metadata.entities.get(entity);
  return body ? [...membersOf(body).values()] : [];
}
