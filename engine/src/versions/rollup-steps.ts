// What keeps roll-ups, from one set of tables to the next: functions and triggers that are new, changed or gone. Pure.
import { identifier } from '@trellis/expressions/sql';
import type { RollupFunction } from '../model/rollup-triggers.ts';
import type { Table } from '../model/table.ts';
import type { Step } from './step.ts';

type Tables = ReadonlyMap<string, Table>;

/** They come after the columns that they write. */
export function rollupSteps(schema: string, before: Tables, after: Tables): Step[] {
  const kept = [...after.values()].flatMap(({ name, rollups }) => {
    const old = before.get(name)?.rollups ?? [];
    return isSame(old, rollups) ? [] : rollups.map((rollup) => keepStep(rollup));
  });
  const gone = [...before.values()].filter(({ name, rollups }) => rollups.length && !after.get(name)?.rollups.length);
  return [...kept, ...gone.flatMap((table) => dropSteps(schema, table))];
}

function isSame(old: readonly RollupFunction[], next: readonly RollupFunction[]): boolean {
  return old.length === next.length && old.every(({ digest }, index) => digest === next[index]?.digest);
}

function keepStep({ table, name, statements }: RollupFunction): Step {
  return { class: 'safe', does: 'keep_rollups', table, object: name, sql: statements.join(';\n'), when: 'with' };
}

/** The function takes its trigger along. */
function dropSteps(schema: string, { name: table, rollups }: Table): Step[] {
  return rollups.map(({ name }) => {
    const sql = `drop function if exists ${identifier(schema, name).chunks.join('')}() cascade`;
    return { class: 'safe', does: 'drop_rollups', table, object: name, sql, when: 'with' };
  });
}
