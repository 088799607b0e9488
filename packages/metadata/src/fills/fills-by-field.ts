// The fills of an entity, field by field: in the order in which they stand, which is the order in which they are asked.
import { pointer } from '../json.ts';
import { valueOrExpression, type ValueOrExpression } from '../default-value.ts';
import type { Condition, Entity, Overwrite } from '../kinds.ts';

export interface FieldFill {
  readonly when: Condition;
  readonly value: ValueOrExpression;
  readonly overwrite: Overwrite;
  /** JSON Pointer into the entity: where the value stands. */
  readonly path: string;
}

export function fillsByField(entity: Pick<Entity, 'fills'>): ReadonlyMap<string, readonly FieldFill[]> {
  const all = Object.entries(entity.fills ?? {}).flatMap(([name, { when = true, set, overwrite = false }]) =>
    Object.entries(set).map(([field, written]) => {
      const path = pointer('/fills', name, 'set', field);
      return { field, fill: { when, value: valueOrExpression(written), overwrite, path } };
    }),
  );
  return new Map(
    [...Map.groupBy(all, ({ field }) => field)].map(([field, fills]) => [field, fills.map(({ fill }) => fill)]),
  );
}
