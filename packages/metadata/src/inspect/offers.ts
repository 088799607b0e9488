// What narrows the choice of an option by other fields: conditions about the record, and values that the field has.
import { suggest } from '@trellis/expressions/suggest';
import { pointer } from '../json.ts';
import type { Field } from '../kinds.ts';
import { optionsMember, optionsOf } from '../option-values.ts';
import { inspectCondition } from './condition.ts';
import { report, type Inspection } from './inspection.ts';
import { note, reportRepeated } from './refer.ts';

export function inspectOffers(
  inspection: Inspection,
  path: string,
  { name, field, entity }: { readonly name: string; readonly field: Field; readonly entity: string },
): void {
  if (!('offers' in field) || field.offers === undefined) return;
  const options = optionsMember(field);
  const set = typeof options === 'string' ? options : undefined;
  // A set that is not there is blamed where it is named.
  const isKnown = set === undefined || inspection.metadata.option_sets.has(set);
  const known = optionsOf(inspection.metadata, field).map(({ value }) => value);
  for (const [index, { when, values }] of field.offers.entries()) {
    const at = pointer(path, 'offers', index);
    inspectCondition(inspection, `${at}/when`, when, entity);
    reportRepeated(inspection, `${at}/values`, values);
    for (const [place, value] of values.entries()) {
      const here = pointer(at, 'values', place);
      if (set !== undefined) note(inspection, here, 'option_set', set, value);
      if (isKnown && !known.includes(value))
        report(inspection, here, 'unknown_value', { name: set ?? name, value }, suggest(value, known));
    }
  }
}
