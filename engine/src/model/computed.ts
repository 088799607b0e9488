// Computed fields as the engine works with them. Formulas and looked-up fields become expressions over stored fields and look-ups;
// a roll-up stays a value of its own, gathered by a sub-select or kept in a column.
import { isKeptRollup } from '@trellis/metadata/computed';
import { writtenExpression } from '@trellis/metadata/written';
import type { Field } from '@trellis/metadata/kinds';
import type { Metadata } from '@trellis/metadata/metadata';
import type { Computed, ComputedMember } from './model.ts';

/** Without what needs the other entities: see `completeComputed`. */
export function declareComputed(metadata: Metadata, field: ComputedMember, result: Field): Computed {
  if (field.type !== 'rollup') return { kind: 'expression', written: writtenExpression(field, result), expanded: null };
  return { kind: 'rollup', definition: field, filter: null, kept: isKeptRollup(metadata, field) };
}
