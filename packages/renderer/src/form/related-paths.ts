// Which fields of other records a form reckons with: `account.industry`, by the look-up that leads there.
import { fieldsUsed } from '@trellis/expressions/fields-used';
import { parseExpression } from '@trellis/expressions/parse';
import type { FormExpression } from '../settling/form-expression.ts';
import type { FormDefinition } from './form-definition.ts';

/** Look-up → the paths behind it. @param more what is read beside the conditions of the form. */
export function relatedPaths(
  definition: FormDefinition,
  more: FormExpression['paths'] = [],
): ReadonlyMap<string, readonly string[]> {
  const conditions = [
    ...Object.values(definition.conditions).flatMap(({ visible, required, read_only }) => [
      visible,
      required,
      read_only,
    ]),
    ...definition.sections.map((section) => section.visible),
  ];
  return byLookup([...conditions.flatMap(pathsIn), ...more]);
}

/** Look-up → the paths behind it. */
export function byLookup(all: FormExpression['paths']): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, Set<string>>();
  for (const [lookup = '', ...rest] of all) {
    if (rest.length > 0 && !lookup.startsWith('$'))
      paths.set(lookup, (paths.get(lookup) ?? new Set()).add(rest.join('.')));
  }
  return new Map([...paths].map(([lookup, found]) => [lookup, [...found]]));
}

function pathsIn(condition: unknown): FormExpression['paths'] {
  if (typeof condition !== 'object') return [];
  const parsed = parseExpression(condition);
  return parsed.ok ? fieldsUsed(parsed.value) : [];
}
