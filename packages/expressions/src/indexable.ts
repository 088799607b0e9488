// Whether PostgreSQL takes an expression as the key of an index: it has no sub-query in there, nor a function that asks for the
// session's settings. Both can be told from the SQL; what comes from outside is no part of its text.
import { identifier } from './sql.ts';
import { toSql } from './to-sql.ts';
import type { TypedExpression } from './typed.ts';

/** Of an expression over columns of one row and nothing else. */
export function isIndexable(typed: TypedExpression): boolean {
  const text = toSql(typed, ([name = '']) => identifier(name)).chunks.join('?');
  return !/\(select\b|\bto_char\(/.test(text);
}
