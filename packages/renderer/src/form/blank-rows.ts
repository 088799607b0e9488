// Rows of child tables in which nothing was filled in: nobody means them.
import { isBlank } from '@trellis/field-types/ui';
import type { RecordData } from '../model.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormStore } from './form-store.ts';

export function dropBlankRows(definition: FormDefinition, store: FormStore): void {
  for (const { name, field } of definition.fields.values()) {
    const rows = store.values()[name];
    if (field.type !== 'child_table' || !Array.isArray(rows)) continue;
    const filled = rows.filter((row: RecordData) => Object.values(row).some((value) => !isBlank(value)));
    if (filled.length < rows.length) store.set(name, filled.length > 0 ? filled : null);
  }
}
