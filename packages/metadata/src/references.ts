// Who uses what: the one index that impact, rename, delete and packaging read. It comes from the very walk that the validator
// makes, so it covers expressions, dotted paths, roles and sample data.
import type { Steps } from './steps.ts';
import { inspect, inspectItem } from './inspect/inspect.ts';
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

/** All references, found piece by piece. */
export function* referencing(metadata: Metadata): Steps<readonly Reference[]> {
  return (yield* inspect(surroundingsOf(metadata))).references;
}

/** Those that stand in one item, which is looked into when it is first asked for. */
export function referencesByItem(metadata: Metadata): (kind: Kind, name: string) => readonly Reference[] {
  const surroundings = surroundingsOf(metadata);
  const known = new Map<string, readonly Reference[]>();
  return (kind, name) => {
    const key = `${kind}/${name}`;
    let found = known.get(key);
    if (!found) {
      const inspection = { ...surroundings, kind, name, problems: [], references: [] };
      inspectItem(inspection, kind);
      known.set(key, (found = inspection.references));
    }
    return found;
  };
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
