// The text of a label in a language, and labels for names that have none.
import { labelText } from '@trellis/field-types/label';
import type { Label } from './kinds.ts';

/** As `labelText` of the field types; an absent label is an empty text. */
export function labelOf(label: Label | undefined, language: string): string {
  return label === undefined ? '' : labelText(label, language);
}

/** `due_date` → `Due date`. */
export function labelFromName(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The English plural of a label made from a name, by the common rules: `Category` → `Categories`. */
export function pluralLabel(label: string): string {
  if (/[^aeiou]y$/.test(label)) return label.replace(/y$/, 'ies');
  return /(s|x|z|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}
