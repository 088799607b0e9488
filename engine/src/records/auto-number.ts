// Numbers that never repeat: a counter row per field and period, advanced by a statement of its own, so that no writer waits
// for another one's transaction. A failed write leaves a gap, never a second use.
import { identifier, sql } from '@trellis/expressions/sql';
import { formatNumber, periodOf } from '@trellis/field-types/auto-number';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';

/** `count` texts for each auto-number field, in order. `today` is YYYY-MM-DD in the writer's zone. */
export async function takeNumbers(
  connection: Connection,
  schema: string,
  entity: CompiledEntity,
  count: number,
  today: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const numbers = new Map<string, readonly string[]>();
  for (const field of entity.autoNumbers) {
    const pattern = patternOf(field);
    const key = `${entity.name}.${field.name}.${periodOf(pattern, today)}`;
    const [row] = await connection.prepared(sql`insert into ${identifier(schema, '_counter')} as c (key, value)
      values (${key}, ${startOf(field) - 1 + count}::bigint) on conflict (key) do update set value = c.value + ${count}::bigint returning value`);
    const last = Number(row?.['value']);
    numbers.set(
      field.name,
      Array.from({ length: count }, (_, index) => formatNumber(pattern, last - count + 1 + index, today)),
    );
  }
  return numbers;
}

/** The first number of each period. */
function startOf(field: CompiledField): number {
  return 'start' in field.definition && typeof field.definition.start === 'number' ? field.definition.start : 1;
}

function patternOf(field: CompiledField): string {
  return 'pattern' in field.definition && typeof field.definition.pattern === 'string'
    ? field.definition.pattern
    : '{0000}';
}
