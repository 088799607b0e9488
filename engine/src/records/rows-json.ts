// Stored rows of child tables as expressions see them, read as JSON within whatever statement asks for them.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { RowsSql } from '@trellis/expressions/to-sql';
import type { Needs } from './row-needs.ts';
import { setPath, type Stored } from './record-context.ts';

/** An array of what is read of each row. */
export function rowsJson({ from, where, resolve }: RowsSql, { plain, rows }: Needs): Sql {
  const values = plain.map((path) => {
    const column = resolve(path);
    // As JSON numbers, long decimals would lose their end.
    return resolve.isNumeric?.(path) === true ? sql`${column}::text` : column;
  });
  const inner = rows.map((needs) => {
    const those = resolve.rows?.(needs.path);
    if (!those) throw new Error(`${needs.path.join('.')} has no rows in SQL`);
    return rowsJson(those, needs);
  });
  const columns = [
    sql`${resolve(['id'])} as id`,
    ...values.map((value, index) => sql`${value} as ${identifier(`v${index}`)}`),
    ...inner.map((value, index) => sql`${value} as ${identifier(`r${index}`)}`),
  ];
  return sql`(select coalesce(json_agg(row_to_json(d) order by d.id), '[]') from (select ${join(columns, ', ')} from ${from()} where ${where}) d)`;
}

/** What such an array says, row by row. */
export function readRows(json: unknown, needs: Needs): readonly Stored[] {
  return (Array.isArray(json) ? json : []).map((each: Stored) => readRow(each, needs));
}

function readRow(json: Stored, { plain, rows }: Needs): Stored {
  const row: Record<string, unknown> = { id: json['id'] };
  // What leads through a look-up comes after the look-up itself.
  const byLength = [...plain.entries()].toSorted(([, left], [, right]) => left.length - right.length);
  for (const [index, path] of byLength) setPath(row, path, json[`v${index}`]);
  for (const [index, needs] of rows.entries()) setPath(row, needs.path, readRows(json[`r${index}`], needs));
  return row;
}
