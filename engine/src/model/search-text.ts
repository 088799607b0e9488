// The text that search looks into, as SQL: one plain column as it is, several or structured ones joined, each with the words of
// its companion behind it. Indexes and searches say it in the same words, or PostgreSQL would not know the one by the other. No
// column holds it: what is searched can change without a row being written.
import type { CompiledField, SearchTarget } from './model.ts';
import { companionOf, companionWords } from './search-companion.ts';

/** Stands in the index of pairs for all those of a text of ASCII alone: such a row costs it one entry. */
export const asciiMark = 'ascii';

/** The quoted column of this name, with or without the alias of its table. */
export type ColumnNamed = (name: string) => string;

export function searchText({ fields }: SearchTarget, column: ColumnNamed): string {
  const [only, ...others] = fields;
  if (only && others.length === 0 && isPlain(only)) return textWithCompanion(only, column);
  // Separated, so that no match runs over two fields.
  return `(${fields.map((field) => `coalesce(${textWithCompanion(field, column)}, '')`).join(` || E'\\n' || `)})`;
}

/** What a field itself says, without its companion. */
export function fieldText(field: CompiledField, column: ColumnNamed): string {
  const own = column(field.name);
  const scalar = field.type.scalar?.sql(own) ?? own;
  return isPlain(field) || field.type.scalar ? scalar : `(${scalar})::text`;
}

/** Blank where the field is: a companion is of some text. */
function textWithCompanion(field: CompiledField, column: ColumnNamed): string {
  const text = fieldText(field, column);
  const companion = companionOf(field);
  return companion === null ? text : `(${text} || coalesce(E'\\n' || ${companionWords(column(companion))}, ''))`;
}

function isPlain(field: CompiledField): boolean {
  return field.column?.type === 'text' && !field.type.scalar;
}
