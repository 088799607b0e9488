// Of what an entity fills in and clears by itself, as much as its reader may know of. The first fill whose condition holds governs a
// field, so that some of its fills alone would promise another value: all are shown or none. Where what settles a field is out of
// sight, that much is said, and screens wait for the server instead of showing what may not come.
import { fillsByField } from '@trellis/metadata/fills-by-field';
import type { Entity } from '@trellis/metadata/kinds';

export interface SettlingInSight {
  readonly entity: Entity;
  /** Names of fields in sight that the server may fill in or clear by what their reader does not see. */
  readonly unseen: ReadonlySet<string>;
}

/** @param seen the entity without the places that are out of sight. */
export function settlingInSight(whole: Entity, seen: Entity): SettlingInSight {
  const left = fillsByField(seen);
  const partly = [...fillsByField(whole)].flatMap(([field, { length }]) =>
    left.get(field)?.length === length ? [] : [field],
  );
  const otherwise = Object.entries(seen.fields).flatMap(([name, field]) => {
    const { default: given, when_hidden, visible } = whole.fields[name] ?? field;
    const isGivenUnseen = given !== undefined && field.default === undefined;
    const isClearedUnseen = when_hidden === 'clear' && visible !== undefined && field.visible === undefined;
    return isGivenUnseen || isClearedUnseen ? [name] : [];
  });
  // What is not declared, such as the owner, is in sight of everyone.
  const inSight = [...partly, ...otherwise].filter(
    (name) => Object.hasOwn(seen.fields, name) || !Object.hasOwn(whole.fields, name),
  );
  return { entity: withoutFillsOf(seen, new Set(partly)), unseen: new Set(inSight) };
}

function withoutFillsOf({ fills, ...entity }: Entity, fields: ReadonlySet<string>): Entity {
  const left = Object.entries(fills ?? {}).flatMap(([name, fill]) => {
    const set = Object.entries(fill.set).filter(([field]) => !fields.has(field));
    return set.length > 0 ? [[name, { ...fill, set: Object.fromEntries(set) }] as const] : [];
  });
  return left.length > 0 ? { ...entity, fills: Object.fromEntries(left) } : entity;
}
