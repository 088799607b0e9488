// Fields as lists use them: columns, sort keys, groups, totals.
import type { Measure } from '@trellis/field-types/contract';
import { pointer } from '../json.ts';
import type { Member } from '../members.ts';
import { optionsMember } from '../option-values.ts';
import { named } from './named.ts';
import { report, type Inspection } from './inspection.ts';
import { referToMember, referToPath, reportRepeated } from './refer.ts';

export function inspectSort(inspection: Inspection, path: string, entity: string, keys: readonly string[] = []): void {
  reportRepeated(inspection, path, keys);
  for (const [index, key] of keys.entries()) {
    const at = pointer(path, index);
    const member = referToPath(inspection, at, entity, key.replace(/^-/, '').split('.'));
    if (member && !member.type.sortable) report(inspection, at, 'not_sortable', named(member));
  }
}

/** A field with a set of options, of which a record has one. */
export function inspectChoice(inspection: Inspection, path: string, entity: string, name: string): Member | undefined {
  const member = referToMember(inspection, path, entity, name);
  if (!member) return undefined;
  const isChoice = optionsMember(member.field) !== undefined && member.valueType === 'text';
  if (!isChoice) report(inspection, path, 'not_a_choice', named(member));
  return isChoice ? member : undefined;
}

export function inspectTotal(inspection: Inspection, path: string, member: Member | undefined, measure: Measure): void {
  if (!member || member.type.measures.includes(measure)) return;
  const allowed = member.type.measures.join(', ');
  report(inspection, path, 'not_measurable', { ...named(member), function: measure, allowed });
}
