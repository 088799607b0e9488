// Which fields of other records the conditions of a form ask for: `account.industry`, by the look-up that leads there.
import { fieldsUsed } from '@trellis/expressions/fields-used';
import { parseExpression } from '@trellis/expressions/parse';
import type { FormDefinition } from './form-definition.ts';

/** Look-up → the paths behind it. */
export function relatedPaths(definition: FormDefinition): ReadonlyMap<string, readonly string[]> {
  const conditions = [
    ...Object.values(definition.conditions).flatMap(({ visible, required, read_only }) => [
      visible,
      required,
      read_only,
    ]),
    ...definition.sections.map((section) => section.visible),
  ];
  const paths = new Map<string, Set<string>>();
  for (const condition of conditions) {
    if (typeof condition !== 'object') continue;
    const parsed = parseExpression(condition);
    if (!parsed.ok) continue;
    for (const [lookup = '', ...rest] of fieldsUsed(parsed.value)) {
      if (rest.length > 0) paths.set(lookup, (paths.get(lookup) ?? new Set()).add(rest.join('.')));
    }
  }
  return new Map([...paths].map(([lookup, found]) => [lookup, [...found]]));
}
