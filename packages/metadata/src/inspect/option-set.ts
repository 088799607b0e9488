// What an option set refers to: the set above it, value by value.
import { suggest } from '@trellis/expressions/suggest';
import { pointer } from '../json.ts';
import type { OptionSet } from '../kinds.ts';
import { report, type Inspection } from './inspection.ts';
import { note, referToItem } from './refer.ts';

export function inspectOptionSet(inspection: Inspection, set: OptionSet): void {
  const above = set.parent === undefined ? undefined : referToItem(inspection, '/parent', 'option_set', set.parent);
  const seen = new Set<string>();
  for (const [index, { value, parent }] of set.values.entries()) {
    const path = pointer('/values', index);
    if (seen.has(value)) report(inspection, `${path}/value`, 'duplicate_entry', { name: value });
    seen.add(value);
    if (parent === undefined) continue;
    if (set.parent === undefined) report(inspection, `${path}/parent`, 'unknown_parent', {});
    else if (above) referToValue(inspection, `${path}/parent`, above, parent);
  }
}

export function referToValue(inspection: Inspection, path: string, { name, values }: OptionSet, value: string): void {
  note(inspection, path, 'option_set', name, value);
  const known = values.map((each) => each.value);
  if (!known.includes(value)) report(inspection, path, 'unknown_value', { name, value }, suggest(value, known));
}
