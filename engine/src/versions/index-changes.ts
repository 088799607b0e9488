// The indexes that stand in the database against those that the tables of a model ask for. Pure. What somebody has made by hand
// bears no mark and is left alone, unless it has a name that is asked for.
import type { Table, TableIndex } from '../model/table.ts';
import { buildIndex, dropIndex, markOf, settleIndex } from './index-sql.ts';
import type { Step } from './step.ts';

export interface StandingIndex {
  readonly name: string;
  readonly table: string;
  readonly mark: string | null;
  /** A concurrent build that failed leaves an index that every write pays for and no query uses. */
  readonly valid: boolean;
}

export type IndexChange =
  | { readonly does: 'add_index' | 'rebuild_index'; readonly table: string; readonly index: TableIndex }
  | { readonly does: 'drop_index'; readonly table: string; readonly name: string };

type Tables = ReadonlyMap<string, Table>;

/** @param former tables whose indexes were the engine's before they carried marks. */
export function indexChanges(
  standing: readonly StandingIndex[],
  tables: Tables,
  former: Tables = tables,
): IndexChange[] {
  const byName = new Map(standing.map((index) => [index.name, index]));
  const built = [...tables.values()].flatMap(({ name: table, indexes }) =>
    indexes.flatMap((index): IndexChange[] => {
      const there = byName.get(index.name);
      if (there?.valid && there.mark === markOf(index)) return [];
      return [{ does: there ? 'rebuild_index' : 'add_index', table, index }];
    }),
  );
  const wanted = namesIn(tables);
  const ours = namesIn(former);
  const dropped = standing
    .filter(({ name, mark }) => !wanted.has(name) && (mark !== null || ours.has(name)))
    .map(({ name, table }): IndexChange => ({ does: 'drop_index', table, name }));
  return [...built, ...dropped];
}

function namesIn(tables: Tables): ReadonlySet<string> {
  return new Set([...tables.values()].flatMap(({ indexes }) => indexes.map(({ name }) => name)));
}

/** The change as a step of a plan. */
export function indexStep(schema: string, change: IndexChange): Step {
  const { does, table } = change;
  const step = { class: 'safe', does, table } as const;
  if (change.does === 'drop_index')
    return { ...step, object: change.name, sql: dropIndex(schema, change.name), when: 'after' };
  const { index } = change;
  const replaced = does === 'rebuild_index' ? [dropIndex(schema, index.name)] : [];
  const statements = [buildIndex(schema, table, index), ...replaced, settleIndex(schema, index)];
  return { ...step, object: index.name, sql: statements.join(';\n'), when: 'before' };
}
