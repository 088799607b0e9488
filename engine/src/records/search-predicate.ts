// Substring search by index: trigrams for three characters and more, two-character runs for Chinese names.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledField, SearchTarget } from '../model/model.ts';
import { beyondAscii, searchText } from '../model/search-text.ts';
import { fieldAccess, type Judgement } from './judgement.ts';

/**
 * Every word must occur. Where the asker does not always read one of the searched fields, the words must stand in the others:
 * the index finds in all of them, their own texts then decide.
 */
export function searchPredicate(judge: Judgement, searched: SearchTarget, alias: string, text: string): Sql {
  const textOf = (fields: readonly CompiledField[]): string =>
    searchText({ fields }, (field) => identifier(alias, field.name).chunks.join(''));
  const target = textOf(searched.fields);
  const readable = searched.fields.filter((field) => fieldAccess(judge, field) === 'always');
  const own = readable.length < searched.fields.length ? readable.map((field) => raw(textOf([field]))) : null;
  const words = text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) return sql`true`;
  const found = words.map((word) => sql`${wordPredicate(target, word)}${own ? sql` and ${anyOf(own, word)}` : sql``}`);
  return join(found, ' and ');
}

function anyOf(texts: readonly Sql[], word: string): Sql {
  const hits = texts.map((one) => sql`${one} ilike ${`%${escapeLike(word)}%`}`);
  return hits.length ? sql`(${join(hits, ' or ')})` : sql`false`;
}

function wordPredicate(text: string, word: string): Sql {
  const target = raw(text);
  const like = sql`${target} ilike ${`%${escapeLike(word)}%`}`;
  // A pattern of two characters has no trigram; the index on two-character runs finds its rows, ILIKE then confirms them.
  if ([...word].length === 2 && /^[^\p{ASCII}]{2}$/u.test(word))
    return sql`${raw(beyondAscii(text))} and ${raw('trellis.bigrams')}(${target}) @> array[${word.toLowerCase()}]::text[] and ${like}`;
  return like;
}

/** `%`, `_` and `\` stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
