// What decides what stands in the fields of an entity, beside whoever writes: defaults, fills, and what clears a field that is hidden.
// Whether a fill is asked may depend on its own field; what it gives may not.
import { pointer } from '../json.ts';
import { defaultOf } from '../default-value.ts';
import type { Entity } from '../kinds.ts';
import { fillsByField } from './fills-by-field.ts';
import { ownReads } from './own-reads.ts';

export interface Source {
  readonly kind: 'default' | 'fill' | 'clear';
  readonly field: string;
  /** JSON Pointer into the entity. */
  readonly path: string;
  /** Fields of the same record. */
  readonly reads: ReadonlySet<string>;
}

export function sourcesOf(entity: Entity): readonly Source[] {
  const ofFields = Object.entries(entity.fields).flatMap(([field, { when_hidden, visible, ...says }]): Source[] => {
    const value = defaultOf(says);
    const path = pointer('/fields', field);
    const given =
      value && ({ kind: 'default', field, path: `${path}/default`, reads: readsOf(entity, value) } as const);
    const hidden = others(field, ownReads(entity, visible));
    const cleared = { kind: 'clear', field, path: `${path}/when_hidden`, reads: hidden } as const;
    return [...(given ? [given] : []), ...(when_hidden === 'clear' ? [cleared] : [])];
  });
  const ofFills = [...fillsByField(entity)].flatMap(([field, fills]) =>
    fills.map(({ when, value, path }): Source => {
      const condition = others(field, ownReads(entity, when));
      return { kind: 'fill', field, path, reads: new Set([...condition, ...readsOf(entity, value)]) };
    }),
  );
  return [...ofFields, ...ofFills];
}

/** Of all sources of a field, or of those of certain kinds. */
export function readsBySources(sources: readonly Source[], kinds: readonly Source['kind'][] = allKinds) {
  const byField = Map.groupBy(
    sources.filter(({ kind }) => kinds.includes(kind)),
    ({ field }) => field,
  );
  return (field: string): ReadonlySet<string> => new Set((byField.get(field) ?? []).flatMap(({ reads }) => [...reads]));
}

const allKinds = ['default', 'fill', 'clear'] as const;

function readsOf(entity: Entity, says: NonNullable<ReturnType<typeof defaultOf>>): ReadonlySet<string> {
  return says.kind === 'expression' ? ownReads(entity, says.json) : new Set();
}

function others(name: string, reads: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...reads].filter((read) => read !== name));
}
