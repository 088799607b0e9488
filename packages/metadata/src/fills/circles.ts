// Circles among what an entity fills in by itself.
import type { Entity } from '../kinds.ts';
import { readsBySources, sourcesOf } from './sources.ts';

export interface Circle {
  /** JSON Pointer into the entity: to what depends on its own field. */
  readonly path: string;
  /** The fields on the way, the first and the last being the same. */
  readonly way: readonly string[];
}

export function circlesIn(entity: Entity): readonly Circle[] {
  const sources = sourcesOf(entity);
  const readsOf = readsBySources(sources);
  return sources.flatMap(({ field, path, reads }) => {
    const way = wayBack(field, reads, readsOf);
    return way ? [{ path, way: [field, ...way] }] : [];
  });
}

/** From what a source reads to its own field, by the fewest steps. */
function wayBack(
  field: string,
  reads: ReadonlySet<string>,
  readsOf: (field: string) => ReadonlySet<string>,
): readonly string[] | null {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [...reads].map((read) => [read]);
  while (ways.length > 0) {
    const home = ways.find((way) => way.at(-1) === field);
    if (home) return home;
    // One way to a field is as good as another.
    const fresh = new Map(ways.map((way) => [way.at(-1) ?? '', way] as const));
    ways = [...fresh].flatMap(([last, way]) => {
      if (seen.has(last)) return [];
      seen.add(last);
      return [...readsOf(last)].map((read) => [...way, read]);
    });
  }
  return null;
}
