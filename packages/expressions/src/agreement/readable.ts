// A value of SQL as text or JSON that reads back exactly, whatever the session's settings, and as expressions give it.
import { postgresType } from '../postgres-type.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { Value, ValueType } from '../types.ts';
import { readValue, writeValue } from '../values/json.ts';
import { Decimal, writeNumber } from '../values/numbers.ts';

export function readable(value: Sql, type: ValueType): Sql {
  if (type === 'number') return sql`trim_scale((${value})::numeric)::text`;
  if (type === 'datetime') return sql`to_char((${value}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  if (type === 'number[]') return sql`to_jsonb((${value})::numeric[]::text[])`;
  return sql`to_jsonb((${value})::${raw(postgresType(type))})`;
}

/** Numbers may have more digits than may be written in. */
export function answerOf(value: unknown, type: ValueType): Value {
  if (type === 'number' && typeof value === 'string') return writeNumber(new Decimal(value));
  if (type === 'number[]' && Array.isArray(value)) return value.map((item: unknown) => answerOf(item, 'number'));
  return writeValue(readValue(value, type), type);
}
