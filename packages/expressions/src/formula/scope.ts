// The scope of a formula as its fields have it: for editors, which know the fields anyway.
import type { Option, Scope } from '../check.ts';
import type { ValueType } from '../types.ts';
import { resolve, type Fields, type Resolved } from './fields.ts';

export function scopeOf(fields: Fields): Scope {
  return {
    typeOf: (path): ValueType | undefined => resolved(path, fields)?.field?.type,
    optionsOf: (path): readonly Option[] | undefined =>
      resolved(path, fields)?.field?.options?.map(({ value, label, labels = [] }) => ({
        value: String(value),
        labels: [label, ...labels],
      })),
    rowsOf: (path) => {
      const rows = resolved(path, fields)?.rows;
      return rows?.names === path.length ? scopeOf(rows.fields) : undefined;
    },
  };
}

function resolved(path: readonly string[], fields: Fields): Resolved | undefined {
  const found = resolve(
    path.map((text) => ({ kind: 'name', text })),
    { record: fields, here: fields },
  );
  return found.ok && found.unknown === undefined ? found : undefined;
}
