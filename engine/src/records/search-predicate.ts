// Substring search by index: trigrams for three characters and more, pairs for two. Chinese text is found by its characters, its
// pinyin and its initials, the latter two by their companion and from the beginning of a syllable on.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledField, SearchTarget } from '../model/model.ts';
import { companionOf, companionWords, isCurrent } from '../model/search-companion.ts';
import { asciiMark, fieldText, searchText, type ColumnNamed } from '../model/search-text.ts';
import { fieldAccess, type Judgement } from './judgement.ts';

/**
 * Every word must occur. The index finds in all searched fields and their companions; where that says too much, because the asker
 * does not always read one of the fields or because a companion may have said it, the fields that they read decide one by one.
 */
export function searchPredicate(judge: Judgement, searched: SearchTarget, alias: string, text: string): Sql {
  const column: ColumnNamed = (name) => identifier(alias, name).chunks.join('');
  const target = searchText(searched, column);
  const readable = searched.fields.filter((field) => fieldAccess(judge, field) === 'always');
  const words = text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) return sql`true`;
  const found = words.map((word) => {
    const typed = pinyinTyped.test(word) && searched.fields.some((field) => companionOf(field) !== null);
    const decisive = typed || readable.length < searched.fields.length;
    return sql`${indexed(target, word)}${decisive ? sql` and ${anyOf(readable, column, word)}` : sql``}`;
  });
  return join(found, ' and ');
}

/** Companions hold nothing else. */
const pinyinTyped = /^[\da-z]+$/i;

function anyOf(fields: readonly CompiledField[], column: ColumnNamed, word: string): Sql {
  const hits = fields.map((field) => {
    const text = fieldText(field, column);
    const companion = companionOf(field);
    const own = sql`${raw(text)} ilike ${`%${escapeLike(word)}%`}`;
    return companion !== null && pinyinTyped.test(word)
      ? sql`${own} or ${byPinyin(column(companion), text, word)}`
      : own;
  });
  return hits.length ? sql`(${join(hits, ' or ')})` : sql`false`;
}

/** Syllables begin with capitals: the word's first letter is one, the others may be. */
function byPinyin(companion: string, text: string, word: string): Sql {
  const [first = '', ...others] = word.toUpperCase();
  const pattern = first + others.map((each) => (/\d/.test(each) ? each : `[${each}${each.toLowerCase()}]`)).join('');
  return sql`(${raw(companionWords(companion))} ~ ${pattern} and ${raw(isCurrent(companion, text))})`;
}

function indexed(text: string, word: string): Sql {
  const target = raw(text);
  const like = sql`${target} ilike ${`%${escapeLike(word)}%`}`;
  // A pattern of two characters has no trigram; the index on pairs finds its rows, ILIKE then confirms them.
  if (!/^[^\p{Cc}]{2}$/u.test(word)) return like;
  const pairs = sql`${raw('trellis.bigrams')}(${target})`;
  return /^\p{ASCII}+$/u.test(word)
    ? sql`${pairs} && array[lower(${word}::text), ${raw(`'${asciiMark}'`)}] and ${like}`
    : sql`${pairs} @> array[lower(${word}::text)] and ${like}`;
}

/** `%`, `_` and `\` stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
