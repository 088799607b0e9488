// Whether a formula can have an index: it is worked out from its own row, and PostgreSQL takes what it comes to as a key.
import { check } from '@trellis/expressions/check';
import { isIndexable } from '@trellis/expressions/indexable';
import type { Metadata } from '../metadata.ts';
import { recordScope } from '../record-scope.ts';
import { expand } from './expand.ts';
import { expandable } from './expandable.ts';
import { isOwnFormula, type Formula } from './own-row.ts';
import { valueField } from './value-field.ts';
import { writtenExpression } from './written.ts';

export function isIndexableFormula(metadata: Metadata, entity: string, field: Formula): boolean {
  if (!isOwnFormula(metadata, entity, field)) return false;
  const expanded = expand(expandable(metadata), entity, writtenExpression(field, valueField(field)));
  const checked = expanded !== null && check(expanded, recordScope(metadata, entity));
  return checked !== false && checked.ok && isIndexable(checked.value);
}
