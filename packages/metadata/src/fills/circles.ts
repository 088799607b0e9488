// Circles among what an entity fills in by itself: defaults, fills, and what clears a field that is hidden. Whether a fill is asked
// may depend on its own field; what it gives may not.
import { pointer } from '../json.ts';
import { defaultOf } from '../default-value.ts';
import type { Entity } from '../kinds.ts';
import { fillsByField } from './fills-by-field.ts';
import { ownReads } from './own-reads.ts';

export interface Circle {
  /** JSON Pointer into the entity: to what depends on its own field. */
  readonly path: string;
  /** The fields on the way, the first and the last being the same. */
  readonly way: readonly string[];
}

export function circlesIn(entity: Entity): readonly Circle[] {
  const sources = sourcesOf(entity);
  const byField = Map.groupBy(sources, ({ field }) => field);
  const readBy = (field: string): ReadonlySet<string> =>
    new Set((byField.get(field) ?? []).flatMap(({ reads }) => [...reads]));
  return sources.flatMap(({ field, path, reads }) => {
    const way = wayBack(field, reads, readBy);
    return way ? [{ path, way: [field, ...way] }] : [];
  });
}

/** Something that decides what stands in a field. */
interface Source {
  readonly field: string;
  readonly path: string;
  readonly reads: ReadonlySet<string>;
}

function sourcesOf(entity: Entity): readonly Source[] {
  const ofFields = Object.entries(entity.fields).flatMap(([name, field]): Source[] => {
    const says = defaultOf(field);
    const path = pointer('/fields', name);
    const computed =
      says?.kind === 'expression' ? [{ field: name, path: `${path}/default`, reads: ownReads(entity, says.json) }] : [];
    const cleared =
      field.when_hidden === 'clear'
        ? [{ field: name, path: `${path}/when_hidden`, reads: others(name, ownReads(entity, field.visible)) }]
        : [];
    return [...computed, ...cleared];
  });
  const ofFills = [...fillsByField(entity)].flatMap(([field, fills]) =>
    fills.map(({ when, value, path }): Source => {
      const condition = others(field, ownReads(entity, when));
      const given = value.kind === 'expression' ? ownReads(entity, value.json) : [];
      return { field, path, reads: new Set([...condition, ...given]) };
    }),
  );
  return [...ofFields, ...ofFills];
}

function others(name: string, reads: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...reads].filter((read) => read !== name));
}

/** From what a source reads to its own field, by the fewest steps. */
function wayBack(
  field: string,
  reads: ReadonlySet<string>,
  readBy: (field: string) => ReadonlySet<string>,
): readonly string[] | null {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [...reads].map((read) => [read]);
  while (ways.length > 0) {
    const home = ways.find((way) => way.at(-1) === field);
    if (home) return home;
    const fresh = ways.filter((way) => !seen.has(way.at(-1) ?? ''));
    for (const way of fresh) seen.add(way.at(-1) ?? '');
    ways = fresh.flatMap((way) => [...readBy(way.at(-1) ?? '')].map((read) => [...way, read]));
  }
  return null;
}
