// Child rows that come in the body of their record, as conditions and rules of that record see them: each as it is going to be, with
// what its own entity fills in, and with those that stay because their writer does not see them. They are written afterwards, as
// records of their own; until then nothing is held against them.
import { sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { heldRows } from './beside.ts';
import type { Judgement } from './judgement.ts';
import { liveRecords } from './load.ts';
import { loadNeeded } from './load-related.ts';
import { normalise, type NormalisedWrite } from './normalise.ts';
import { scalars, setPath, type Stored } from './record-context.ts';
import type { Values } from './request.ts';
import { needsOf, ownRows, type Needs, type RowNeeds } from './row-needs.ts';
import { childRows } from './row-sql.ts';
import { sameValue } from './same-value.ts';
import { settle } from './settle.ts';

export interface GivenBeside {
  readonly beside: Stored;
  /** Fields with a row in which a value is refused, as will be told when it is written. */
  readonly wrong: ReadonlySet<string>;
}

type Beside = Pick<NormalisedWrite, 'judge' | 'entity' | 'links' | 'children'>;

/** What the body says of links and rows. `id`: of the stored record; null where it is about to be made. */
export function givenBeside(connection: Connection, write: Beside, id: string | null): Promise<GivenBeside> {
  return drafted(connection, write, { id, needs: needsOf(write.judge.model, write.entity) });
}

interface Owner {
  readonly id: string | null;
  readonly needs: Needs;
}

async function drafted(
  connection: Connection,
  { judge, links, children }: Beside,
  { id, needs }: Owner,
): Promise<GivenBeside> {
  const beside: Record<string, unknown> = Object.fromEntries([...links].map(([field, ids]) => [field.name, ids]));
  const wrong = new Set<string>();
  for (const [field, given] of children) {
    const rows = ownRows(needs, field.name);
    const isRead = rows !== undefined && (rows.plain.length > 0 || rows.rows.length > 0);
    const drafts = isRead ? await draftRows(judge, connection, rows, { given, parent: id }) : unread(given);
    if (drafts.isWrong) wrong.add(field.name);
    const staying = rows && id !== null ? await unseenRows(judge, connection, field, { id, needs: rows }) : [];
    beside[field.name] = [...drafts.rows, ...staying];
  }
  return { beside, wrong };
}

interface Drafts {
  readonly rows: readonly Stored[];
  readonly isWrong: boolean;
}

/** Where nobody asks for more than how many there are. */
function unread(given: readonly Values[]): Drafts {
  return { rows: given, isWrong: false };
}

async function draftRows(
  judge: Judgement,
  connection: Connection,
  needs: RowNeeds,
  { given, parent }: { readonly given: readonly Values[]; readonly parent: string | null },
): Promise<Drafts> {
  const { entity, parentField } = needs;
  const stored = await storedOf(connection, needs, given, parent);
  const writes = given.map((row) => {
    const values = { ...row, ...(parent === null ? {} : { [parentField]: parent }) };
    const old = stored.get(String(row['id'])) ?? null;
    return {
      old,
      write: normalise({
        judge,
        entity,
        request: { action: 'create', entity: entity.name, values },
        given: writtenIn(entity, values),
      }),
    };
  });
  const incoming = writes.map(({ old, write }) => {
    const values = old ? changedOnly(write.values, old) : write.values;
    // Stored rows come back with all that was read: what is as it was has not been said.
    const named = old ? Object.keys(values) : write.given.map(({ name }) => name);
    return { values, named: new Set(named), beside: {}, old };
  });
  const settled = await settle(judge, connection, entity, incoming);
  const records = writes.map(({ old }, index): Stored => ({ ...old, ...settled[index]?.values }));
  const related = await loadNeeded(judge, connection, entity, { records, needs });
  const rows: Stored[] = [];
  let isWrong = writes.some(({ write }) => write.faults.length > 0);
  for (const [index, { old, write }] of writes.entries()) {
    const row = scalars(entity, records[index] ?? {}, related[index] ?? {});
    const id = old ? String(old['id']) : null;
    const inner = await drafted(connection, write, { id, needs });
    isWrong ||= inner.wrong.size > 0;
    for (const rowsWithin of needs.rows.filter(({ path }) => path.length === 1)) {
      const { field } = rowsWithin;
      const isGiven = Object.hasOwn(inner.beside, field.name);
      const standing =
        isGiven || id === null ? [] : await heldRows(judge, connection, field, { id, needs: rowsWithin });
      setPath(row, [field.name], isGiven ? inner.beside[field.name] : standing);
    }
    rows.push({ ...inner.beside, ...row });
  }
  return { rows, isWrong };
}

/** What the row's own write will refuse is not looked at here. */
function writtenIn(entity: CompiledEntity, values: Values): readonly CompiledField[] {
  return Object.keys(values).flatMap((name) => {
    const field = entity.fields.get(name);
    return field?.writable === true ? [field] : [];
  });
}

/** Rows that the body changes, by their ids. */
async function storedOf(
  connection: Connection,
  { entity, parentField }: RowNeeds,
  given: readonly Values[],
  parent: string | null,
): Promise<ReadonlyMap<string, Stored>> {
  const ids = given.flatMap(({ id }) => (typeof id === 'string' && uuid.test(id) ? [id] : []));
  if (parent === null || ids.length === 0) return new Map();
  const records = await liveRecords(connection, entity, ids);
  return new Map(records.flatMap(({ id, values }) => (values[parentField] === parent ? [[id, values] as const] : [])));
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Those that the body cannot speak of, so that they stay. */
async function unseenRows(
  judge: Judgement,
  connection: Connection,
  field: CompiledField,
  { id, needs }: { readonly id: string; readonly needs: RowNeeds },
): Promise<readonly Stored[]> {
  if (judge.access.row(needs.entity.name, 'read').kind === 'all') return [];
  const { from, where, resolve } = childRows(judge, field, { id: sql`${id}::uuid`, alias: 'r', sight: 'seen' });
  const seen = await connection.prepared(sql`select ${resolve(['id'])} as id from ${from()} where ${where}`);
  const ids = new Set(seen.map((row) => String(row['id'])));
  const all = await heldRows(judge, connection, field, { id, needs });
  return all.filter((row) => !ids.has(String(row['id'])));
}

function changedOnly(values: Stored, old: Stored): Stored {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !sameValue(value, old[name])));
}
