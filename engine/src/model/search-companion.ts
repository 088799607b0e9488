// The search companion of a field: a column beside it, of which only the engine knows, with what people type for Chinese text. It
// begins with a digest of the text that it was made from: one that somebody has left behind, writing by an older model or past
// the engine, is never taken for true. Pure.
import { hash } from 'node:crypto';
import type { CompiledEntity, CompiledField } from './model.ts';
import { chinese, isChinese, pinyinWords } from './pinyin.ts';

export const companionPrefix = '_pinyin_';

/** The column's name; null where the field has none: only what may be a name or title is found by its pinyin. */
export function companionOf({ name, column, type }: CompiledField): string | null {
  return column?.natural === true && type.searchable && type.sortable ? companionPrefix + name : null;
}

export interface SearchCompanion {
  readonly column: string;
  readonly field: CompiledField;
}

/** Of the fields that the entity's search looks into. */
export function companionsOf({ searched }: Pick<CompiledEntity, 'searched'>): readonly SearchCompanion[] {
  return (searched?.fields ?? []).flatMap((field) => {
    const column = companionOf(field);
    return column === null ? [] : [{ column, field }];
  });
}

/** Those of the fields that a write sets. */
export function companionsAmong(entity: CompiledEntity, fields: readonly CompiledField[]): readonly SearchCompanion[] {
  return companionsOf(entity).filter(({ field }) => fields.includes(field));
}

/** What the column holds beside a canonical value; null beside text without Chinese characters. */
export function companionValue({ type }: CompiledField, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return companionText(String(type.scalar ? type.scalar.fromWire(value) : value));
}

export function companionText(text: string): string | null {
  return isChinese(text) ? `${hash('sha256', text).slice(0, digestLength)} ${pinyinWords(text).join(' ')}` : null;
}

const digestLength = 8;

/** SQL of the words alone. @param column quoted. */
export function companionWords(column: string): string {
  return `substr(${column}, ${digestLength + 2})`;
}

/** SQL that says whether a companion was made from this text; null where there is none. @param companion quoted. */
export function isCurrent(companion: string, text: string): string {
  return `left(${companion}, ${digestLength}) = left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), ${digestLength})`;
}

/** SQL that says whether a companion is missing. */
export function isMissing(companion: string, text: string): string {
  return `${text} ~ '[${chinese}]' and (${isCurrent(companion, text)}) is not true`;
}
