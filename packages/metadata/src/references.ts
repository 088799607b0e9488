// Who uses what: the one index that impact, rename, delete and packaging read. It comes from the very walk that the validator
// makes, so it covers expressions, dotted paths, roles and sample data.
import { finish } from './steps.ts';
import { inspect } from './inspect/inspect.ts';
import { surroundingsOf, type Reference } from './inspect/inspection.ts';
import type { Kind } from './kinds.ts';
import type { Metadata } from './metadata.ts';

export type { Reference } from './inspect/inspection.ts';

export interface Target {
  readonly kind: Kind;
  readonly name: string;
  /** A field of an entity, a value of an option set, the `$id` of a sample record; absent: the item and all of its members. */
  readonly member?: string;
}

export function references(metadata: Metadata): readonly Reference[] {
  return finish(inspect(surroundingsOf(metadata))).references;
}

/** References to an item or one of its members; an item's references to itself are among them. */
export function usersOf(index: readonly Reference[], target: Target): readonly Reference[] {
  return index.filter(
    ({ to }) =>
      to.kind === target.kind &&
      to.name === target.name &&
      (target.member === undefined || to.member === target.member),
  );
}
