// What the database has against a version whose metadata holds: values that repeat where they are to be unique, names of indexes
// that meet, nobody left who may design. Located in the metadata like every other problem.
import { identifier, join, raw, sql } from '@trellis/expressions/sql';
import { fileOf } from '@trellis/metadata/kinds';
import { problem, type Problem } from '@trellis/metadata/problems';
import type { Connection } from '../db/database.ts';
import { accessOf } from '../model/access.ts';
import type { Model } from '../model/model.ts';
import type { Table } from '../model/table.ts';
import type { IndexChange } from './index-changes.ts';

/** @param before the tables as they are: a column that is not there yet holds nothing that repeats. */
export async function duplicateProblems(
  connection: Connection,
  schema: string,
  changes: readonly IndexChange[],
  before: ReadonlyMap<string, Table>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const change of changes) {
    if (change.does === 'drop_index' || !change.index.unique) continue;
    const { table, index } = change;
    const standing = new Set(before.get(table)?.columns.map(({ name }) => name));
    if (!index.columns.every((name) => standing.has(name))) continue;
    const keys = index.keys.map((key) => raw(key));
    const filled = join(
      keys.map((key) => sql`${key} is not null`),
      ' and ',
    );
    const [row] =
      await connection.query(sql`select coalesce(sum(n), 0)::bigint::text as records, count(*)::int as groups
      from (select count(*) as n from ${identifier(schema, table)}
        where ${raw(index.where ?? 'true')} and ${filled} group by ${join(keys, ', ')} having count(*) > 1) d`);
    const groups = Number(row?.['groups'] ?? 0);
    // How many, not which: whoever designs need not be allowed to read the records.
    const params = { field: index.columns.join(', '), records: String(row?.['records']), groups };
    if (groups) problems.push(problem(`${fileOf('entity', table)}#${index.origin}`, 'duplicate_values', params));
  }
  return problems;
}

/** Made of names with underscores, two of them can be one: of “loan_date” of “book”, and of “date” of “book_loan”. */
export function indexNameProblems(tables: ReadonlyMap<string, Table>): Problem[] {
  const named = [...tables.values()].flatMap(({ name: table, indexes }) => indexes.map((index) => ({ table, index })));
  return [...Map.groupBy(named, ({ index }) => index.name).values()].flatMap(([first, ...others]) =>
    others.map(({ table, index: { name, origin } }) =>
      problem(`${fileOf('entity', table)}#${origin}`, 'duplicate_index', { name, other: first?.table ?? '' }),
    ),
  );
}

/** The right to design is the only one by which a model can be changed back. */
export async function designerProblems(connection: Connection, before: Model, after: Model): Promise<Problem[]> {
  const designs = (model: Model, roles: readonly string[]): boolean => accessOf(model, roles).rights.has('designer');
  const rows = await connection.query(sql`select m.roles from trellis.member m
    join ${identifier(after.workspace, 'user')} u on u.id = m.user_id
    where m.workspace = ${after.workspace} and m.active and u.active and u.deleted_at is null`);
  const members = rows.map((row) => row['roles'] as readonly string[]);
  if (members.some((roles) => designs(after, roles))) return [];
  const lost = new Set(members.flat().filter((role) => designs(before, [role])));
  return [...lost].map((name) => problem(fileOf('role', name), 'nobody_designs', { name }));
}
