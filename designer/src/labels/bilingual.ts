// A label while it is typed in both languages of the product, and the label of metadata that comes of it.
import type { Label } from '@trellis/metadata/kinds';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export const unlabelled: Bilingual = { en: '', zh: '' };

/** A text that stands for every language is shown as the English one. */
export function bilingualOf(label: Label | undefined): Bilingual {
  if (label === undefined || typeof label === 'string') return { en: label ?? '', zh: '' };
  return { en: label['en'] ?? '', zh: label['zh-CN'] ?? '' };
}

/** Where only one language is given, its text stands for both; undefined where none is. */
export function labelFrom({ en, zh }: Bilingual): Label | undefined {
  const texts = { en: en.trim(), 'zh-CN': zh.trim() };
  if (texts.en !== '' && texts['zh-CN'] !== '') return texts;
  return texts.en || texts['zh-CN'] || undefined;
}
