// Picks the text of a label for a language.
import type { Label } from './contract.ts';

/** The text for `language`; where it has none, the English one, then any. */
export function labelText(label: Label, language: string): string {
  if (typeof label === 'string') return label;
  const own = Object.hasOwn(label, language) ? label[language] : undefined;
  return own ?? label['en'] ?? Object.values(label)[0] ?? '';
}

/** The label in every language it has. */
export function labelTexts(label: Label): readonly string[] {
  return typeof label === 'string' ? [label] : Object.values(label);
}
