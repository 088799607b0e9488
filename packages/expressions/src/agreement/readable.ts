// A value of SQL as text or JSON that reads back exactly, whatever the session's settings.
import { postgresType } from '../postgres-type.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { ValueType } from '../types.ts';

export function readable(value: Sql, type: ValueType): Sql {
  if (type === 'number') return sql`trim_scale((${value})::numeric)::text`;
  if (type === 'datetime') return sql`to_char((${value}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return sql`to_jsonb((${value})::${raw(postgresType(type))})`;
}
