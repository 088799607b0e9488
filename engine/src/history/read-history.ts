// Every change of every field that the reader may read, newest first, with the titles of look-ups.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import { Refusal } from '../problems/problem.ts';
import type { Relation } from '@trellis/field-types/contract';
import type { CompiledEntity } from '../model/model.ts';
import { fieldAccess, readableEntity, type Judgement } from '../records/judgement.ts';
import { rowRule } from '../records/row-sql.ts';
import { isReference } from '../records/references.ts';
import { selectOne } from '../records/plan-read.ts';
import { titleSql } from '../records/render-sql.ts';
import type { Changes } from '../records/changes.ts';

export interface HistoryRequest {
  readonly entity: string;
  readonly id: string;
  readonly limit: number;
  /** The id of the last entry of the page before. */
  readonly after: string | null;
}

export interface HistoryEntry {
  readonly at: string;
  readonly by: { readonly id: string; readonly title: string | null };
  readonly action: string;
  readonly version: number;
  readonly changes: Changes;
}

export interface HistoryPage {
  readonly data: readonly HistoryEntry[];
  readonly page: { readonly after: string | null };
}

/** A field that is readable on some rows only is left out: what it was on an older state of the row cannot be judged. */
export async function readHistory(
  judge: Judgement,
  connection: Connection,
  request: HistoryRequest,
): Promise<HistoryPage> {
  const entity = readableEntity(judge, request.entity);
  const [seen] = await connection.prepared(selectOne(judge, { entity, nodes: new Map() }, [sql`r.id`], request.id));
  if (!seen) throw new Refusal('not_found');
  const rows =
    await connection.prepared(sql`select h.id, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      h.by, u.name, h.action, h.version, h.changes
    from ${identifier(judge.model.workspace, '_history')} h left join ${identifier(judge.model.workspace, 'user')} u on u.id = h.by
    where h.record_id = ${request.id}::uuid and (${request.after}::bigint is null or h.id < ${request.after}::bigint)
    order by h.id desc limit ${request.limit + 1}`);
  const page = rows.slice(0, request.limit);
  const entries = page.map((row) => ({
    at: String(row['at']),
    by: { id: String(row['by']), title: (row['name'] as string | null) ?? null },
    action: actions[String(row['action'])] ?? String(row['action']),
    version: Number(row['version']),
    changes: readable(judge, entity, row['changes'] as Changes),
  }));
  const after = rows.length > request.limit ? String(page.at(-1)?.['id']) : null;
  return { data: await withTitles(judge, connection, entity, entries), page: { after } };
}

const actions: Readonly<Record<string, string>> = {
  created: 'create',
  updated: 'update',
  deleted: 'delete',
  restored: 'restore',
};

/** What follows from another field is told by that one. */
function readable(judge: Judgement, entity: CompiledEntity, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(([name]) => {
      const field = entity.fields.get(name);
      return field?.follows === null && fieldAccess(judge, field) === 'always';
    }),
  );
}

/** Ids of look-ups become { id, title }, with one query for each entity that they lead to. */
async function withTitles(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  entries: readonly HistoryEntry[],
): Promise<HistoryEntry[]> {
  const relationOf = (name: string): Relation | null => entity.fields.get(name)?.relation ?? null;
  const values = entries.flatMap(({ changes }) =>
    Object.entries(changes).flatMap(([name, change]) =>
      [change.old, change.new].flat().flatMap((value) => referenceIn(relationOf(name), value) ?? []),
    ),
  );
  const titles = await titlesOf(judge, connection, values);
  const titled = (relation: Relation, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => titled(relation, one)).filter((link) => link !== null);
    const reference = referenceIn(relation, value);
    // A record out of sight reads as none at all, as in the record itself.
    if (!reference || !titles.has(reference.id)) return null;
    const link = { id: reference.id, title: titles.get(reference.id) ?? null };
    return relation.kind === 'any' ? { entity: reference.entity, ...link } : link;
  };
  return entries.map((entry) => ({
    ...entry,
    changes: Object.fromEntries(
      Object.entries(entry.changes).map(([name, change]) => {
        const relation = relationOf(name);
        return [name, relation ? { old: titled(relation, change.old), new: titled(relation, change.new) } : change];
      }),
    ),
  }));
}

interface Reference {
  readonly entity: string;
  readonly id: string;
}

/** The record that a stored value of a relation leads to; child rows are not told in their parent's history. */
function referenceIn(relation: Relation | null, value: unknown): Reference | null {
  switch (relation?.kind) {
    case 'one':
    case 'many':
      return typeof value === 'string' ? { entity: relation.entity, id: value } : null;
    case 'any':
      return isReference(value) ? value : null;
    default:
      return null;
  }
}

/** By id, of the records that the asker sees; null where they may not read what it is called. */
async function titlesOf(
  judge: Judgement,
  connection: Connection,
  references: readonly Reference[],
): Promise<ReadonlyMap<string, string | null>> {
  const titles = new Map<string, string | null>();
  for (const [name, wanted] of Map.groupBy(references, ({ entity }) => entity)) {
    const target = judge.model.entities.get(name);
    if (!target || judge.access.row(name, 'read').kind === 'none') continue;
    const ids = [...new Set(wanted.map(({ id }) => id))];
    const rule = rowRule(judge, target, 'read', 't');
    const rows = await connection.query(
      sql`select t.id, ${titleSql(judge, target, 't')} as title from ${target.table} t where t.id = any(${ids}::uuid[])${rule ? sql` and ${rule}` : sql``}`,
    );
    for (const row of rows) titles.set(String(row['id']), row['title'] === null ? null : String(row['title']));
  }
  return titles;
}
