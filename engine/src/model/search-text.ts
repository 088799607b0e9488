// The text that search looks into, as SQL: one plain column as it is, several or structured ones joined. Indexes and searches say
// it in the same words, or PostgreSQL would not know the one by the other. No column holds it: what is searched can change
// without a row being written.
import type { CompiledField, SearchTarget } from './model.ts';

/** @param columnOf the quoted column of a field, with or without the alias of its table. */
export function searchText({ fields }: SearchTarget, columnOf: (field: CompiledField) => string): string {
  const [only, ...others] = fields;
  if (only && others.length === 0 && isPlain(only)) return columnOf(only);
  // Separated, so that no match runs over two fields.
  return `(${fields.map((field) => `coalesce(${textOf(field, columnOf(field))}, '')`).join(` || E'\\n' || `)})`;
}

/** Plain ASCII has no two-character runs to find: such rows cost the index of runs nothing. */
export function beyondAscii(text: string): string {
  return `octet_length(${text}) > char_length(${text})`;
}

function textOf(field: CompiledField, column: string): string {
  const scalar = field.type.scalar?.sql(column) ?? column;
  return isPlain(field) || field.type.scalar ? scalar : `(${scalar})::text`;
}

function isPlain(field: CompiledField): boolean {
  return field.column?.type === 'text' && !field.type.scalar;
}
