// Rows of child tables in which nothing was filled in: nobody means them.
import type { RecordData } from '../model.ts';
import { isUntouched } from '../settling/row-origin.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormStore } from './form-store.ts';

export function dropBlankRows(definition: FormDefinition, store: FormStore): void {
  for (const { name, field } of definition.fields.values()) {
    const rows = store.values()[name];
    if (field.type !== 'child_table' || !Array.isArray(rows)) continue;
    const filled = rows.filter((row: RecordData) => !isUntouched(row));
    if (filled.length < rows.length) store.set(name, filled.length > 0 ? filled : null);
  }
}
