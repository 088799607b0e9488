// The order in which an entity fills in by itself: each field after those that it is filled in from.
import type { Entity } from '../kinds.ts';
import { inDependencyOrder } from './dependency-order.ts';
import { readsBySources, sourcesOf } from './sources.ts';

export interface SettlingOrder {
  /** Of the names of fields with a default. */
  defaults(names: Iterable<string>): readonly string[];
  /** The names of fields that are filled in or cleared. */
  readonly settled: readonly string[];
}

export function settlingOrder(entity: Entity): SettlingOrder {
  const sources = sourcesOf(entity);
  const settled = sources.filter(({ kind }) => kind !== 'default').map(({ field }) => field);
  return {
    defaults: (names) => inDependencyOrder(names, readsBySources(sources, ['default'])),
    settled: inDependencyOrder(settled, readsBySources(sources, ['fill', 'clear'])),
  };
}
