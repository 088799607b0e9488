// What is asked for or made for every member of a list, or carried from one to the next, is of a size that many of them can have:
// a text of so many characters, a list of so many members, a number of so many digits on either side of its point, rounded half
// away from zero. Beyond that it is null.
import { mostDigitsOfEach, mostMembersOfEach, mostTextOfEach } from './limits.ts';
import type { Operand } from './operand.ts';
import { postgresType } from './postgres-type.ts';
import { raw, sql, type Sql } from './sql.ts';
import type { ValueType } from './types.ts';
import { Decimal, isNumeric } from './values/numbers.ts';
import { textWithin } from './values/text-changes.ts';

export function kept(value: Operand): Operand {
  if (typeof value === 'string') return textWithin(value, mostTextOfEach);
  if (!isNumeric(value) || Number.isSafeInteger(value)) return value;
  const decimal = new Decimal(value);
  return decimal.abs().lessThan(`1e${mostDigitsOfEach}`) ? decimal.toDecimalPlaces(mostDigitsOfEach) : null;
}

/** A value from outside, before it is read: that may take long, and is done for every member. */
export function isBrief(value: unknown): boolean {
  if (typeof value === 'string') return textWithin(value, mostTextOfEach) !== null;
  return !Array.isArray(value) || value.length <= mostMembersOfEach;
}

export function briefSql(value: Sql, type: ValueType): Sql {
  if (type === 'text') return within(sql`char_length(${value})`, mostTextOfEach, value);
  return type.endsWith('[]') ? within(sql`cardinality(${value})`, mostMembersOfEach, value) : value;
}

/** Of its own type, and texts of one collation, which the parts of a recursive query must have. */
export function keptSql(value: Sql, type: ValueType): Sql {
  const made = sql`(select ${value}::${raw(keptType(type))} as made offset 0) as each`;
  if (type === 'number') {
    const digits = raw(String(mostDigitsOfEach));
    return sql`(select case when abs(made) < 1e${digits} then round(made, ${digits}) end from ${made})`;
  }
  if (type === 'text')
    return sql`(select ${within(raw('char_length(made)'), mostTextOfEach, raw('made'))} from ${made})`;
  return sql`${value}::${raw(keptType(type))}`;
}

export function keptType(type: ValueType): string {
  return type === 'text' ? 'text collate "default"' : postgresType(type);
}

function within(size: Sql, limit: number, value: Sql): Sql {
  return sql`case when ${size} <= ${raw(String(limit))} then ${value} end`;
}
