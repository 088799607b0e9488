// A form: every field once, and of child tables the fields of their rows.
import { pointer } from '../json.ts';
import type { Form, FormField } from '../kinds.ts';
import { inspectCondition } from './condition.ts';
import { named } from './named.ts';
import { report, type Inspection } from './inspection.ts';
import { referToItem, referToItems, referToMember, referToMembers } from './refer.ts';

export function inspectForm(inspection: Inspection, form: Form): void {
  referToItem(inspection, '/entity', 'entity', form.entity);
  referToItems(inspection, '/roles', 'role', form.roles);
  const seen = new Set<string>();
  for (const [index, section] of form.sections.entries()) {
    const path = pointer('/sections', index);
    inspectCondition(inspection, `${path}/visible`, section.visible, form.entity);
    for (const [place, field] of section.fields.entries()) {
      const at = pointer(path, 'fields', place);
      const name = typeof field === 'string' ? field : field.field;
      if (seen.has(name)) report(inspection, at, 'duplicate_entry', { name });
      seen.add(name);
      inspectFormField(inspection, at, form.entity, field);
    }
  }
}

function inspectFormField(inspection: Inspection, path: string, entity: string, field: FormField): void {
  if (typeof field === 'string') {
    referToMember(inspection, path, entity, field);
    return;
  }
  const member = referToMember(inspection, `${path}/field`, entity, field.field);
  for (const condition of ['required', 'visible', 'read_only'] as const) {
    inspectCondition(inspection, `${path}/${condition}`, field[condition], entity);
  }
  if (field.columns === undefined || !member) return;
  if (member.relation?.kind === 'children') {
    referToMembers(inspection, `${path}/columns`, member.relation.entity, field.columns);
  } else {
    report(inspection, `${path}/columns`, 'not_a_list_of_rows', named(member));
  }
}
