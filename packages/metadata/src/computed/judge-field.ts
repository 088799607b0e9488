// What is known of one computed field before anything is published: of what type its value is, whether it is kept, and what is
// wrong with it. For editors; the problems are those that the validation of the whole finds in this field.
import { surroundingsOf } from '../inspect/inspection.ts';
import { inspectComputed } from '../inspect/computed.ts';
import { pointer } from '../json.ts';
import { fileOf, type Field } from '../kinds.ts';
import type { Metadata } from '../metadata.ts';
import type { Problem } from '../problems/problem.ts';
import { circleAt, type FieldPlace } from './dependencies.ts';
import { isKeptRollup } from './own-row.ts';
import { isComputed } from './value-field.ts';

export interface JudgedField {
  /** Undefined where it leads nowhere. */
  readonly result: Field | undefined;
  /** In a column, changed in the very transaction that changes what is gathered; else it is worked out for each reading. */
  readonly isKept: boolean;
  /** The way back to itself; null where there is none. */
  readonly circle: readonly FieldPlace[] | null;
  /** `path` is a JSON Pointer into the field: `/via`. A circle is none of them. */
  readonly problems: readonly Problem[];
}

/** @param metadata with results. Undefined where there is no such field, or it is none that is worked out. */
export function judgeComputed(metadata: Metadata, entityName: string, name: string): JudgedField | undefined {
  const entity = metadata.entities.get(entityName);
  const field = entity?.fields[name];
  if (!entity || !field || !isComputed(field)) return undefined;
  const inspection = {
    ...surroundingsOf(metadata),
    kind: 'entity' as const,
    name: entityName,
    problems: [] as Problem[],
    references: [],
  };
  inspectComputed(inspection, entity, name, field);
  const start = `${fileOf('entity', entityName)}#${pointer('/fields', name)}`;
  return {
    result: field.result as Field | undefined,
    isKept: field.type === 'rollup' && isKeptRollup(metadata, field),
    circle: circleAt(metadata, { entity: entityName, field: name }),
    problems: inspection.problems
      .filter(({ code }) => code !== 'computed_in_circle')
      .map((problem) => ({ ...problem, path: problem.path.slice(start.length) })),
  };
}
