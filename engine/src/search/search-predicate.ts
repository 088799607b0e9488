// Substring search by index: trigrams for three characters and more, two-character runs for Chinese names.
import { identifier, raw, sql, type Sql } from '@trellis/expressions/sql';

/** Every word must occur. `column` is the entity's searched column. */
export function searchPredicate(alias: string, column: string, text: string): Sql {
  const target = identifier(alias, column);
  const words = text.normalize('NFC').split(/\s+/u).filter((word) => word !== '').slice(0, 8);
  if (words.length === 0) return sql`true`;
  return words
    .map((word) => wordPredicate(target, word))
    .reduce((all, one) => sql`${all} and ${one}`);
}

function wordPredicate(target: Sql, word: string): Sql {
  const like = sql`${target} ilike ${`%${escapeLike(word)}%`}`;
  // A pattern of two characters has no trigram; the index on two-character runs finds its rows, ILIKE then confirms them.
  if ([...word].length === 2 && /^[^\p{ASCII}]{2}$/u.test(word))
    return sql`${raw('trellis.bigrams')}(${target}) @> array[${word.toLowerCase()}]::text[] and ${like}`;
  return like;
}

/** `%`, `_` and `\` stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
