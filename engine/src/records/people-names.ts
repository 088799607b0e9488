// What people are called: nearly every record shows several of them, so their names are kept rather than read for each row.
// Only for askers who may read the title of every user; for others the statement itself says what they may see (row-text.ts).
import { sql } from '@trellis/expressions/sql';
import type { Connection, TextRow } from '../db/database.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { Judgement, Names, ReadNames } from './judgement.ts';
import { entityNamed, titleSql } from './render-sql.ts';

export const peopleEntity = 'user';

export interface PeopleNames {
  readonly read: ReadNames;
  /** Somebody has changed. */
  forget(): void;
}

/** Past this many they are read anew rather than kept. */
const mostKept = 50_000;

export function keepNames(): PeopleNames {
  let kept: { readonly of: CompiledEntity | null; readonly names: Map<string, string | null> };
  const forget = (of: CompiledEntity | null = null): void => void (kept = { of, names: new Map() });
  forget();
  return {
    forget: () => forget(),
    async read(judge, connection, ids) {
      // The compiled entity says which field is the title: another model may say another one.
      const people = entityNamed(judge, peopleEntity);
      if (kept.of !== people || kept.names.size > mostKept) forget(people);
      // What is being read while people change goes into the map that the change has thrown away.
      const { names } = kept;
      const missing = ids.filter((id) => !names.has(id));
      if (missing.length === 0) return names;
      for (const [id, name] of await readNames(judge, connection, missing)) names.set(id, name);
      return names;
    },
  };
}

/** The names that these rows show; `people` are their columns of user ids. */
export async function namesIn(
  judge: Judgement,
  connection: Connection,
  rows: readonly TextRow[],
  people: readonly number[],
): Promise<Names> {
  const ids = new Set<string>();
  for (const row of rows)
    for (const at of people) {
      const id = row[at];
      if (id) ids.add(id);
    }
  if (ids.size === 0) return nobody;
  return (judge.names ?? readNames)(judge, connection, [...ids]);
}

const nobody: Names = new Map();

const readNames: ReadNames = async (judge, connection, ids) => {
  const people = entityNamed(judge, peopleEntity);
  const rows = await connection.prepared(
    sql`select u.id, ${titleSql(judge, people, 'u')} as name from ${people.table} u where u.id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [String(row['id']), row['name'] as string | null]));
};
