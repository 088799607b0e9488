// What tables, indexes, constraints and triggers are called.
import { identifier } from '@trellis/expressions/sql';

/** A quoted name as text, for DDL. */
export function quoteIdentifier(name: string): string {
  return identifier(name).chunks.join('');
}

/** PostgreSQL cuts names at 63 bytes; a cut name keeps a digest of the whole, so that two never meet. */
export function objectName(table: string, part: string, suffix: string): string {
  const whole = `${table}_${part}_${suffix}`;
  if (whole.length <= 63) return whole;
  let hash = 5381;
  for (const character of whole) hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return `${whole.slice(0, 50)}_${hash.toString(36)}_${suffix}`.slice(0, 63);
}
