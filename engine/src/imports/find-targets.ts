// Look-ups of a batch: every text that a column names becomes the id of one record that the asker may see, by one query a
// column, with what earlier batches found at hand.
import { join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledField } from '../model/model.ts';
import { valueFault } from '../problems/value-fault.ts';
import { isId } from '../records/id.ts';
import type { Judgement } from '../records/judgement.ts';
import { rowRule } from '../records/row-sql.ts';
import type { ImportColumn, ImportPlan, LookupColumn } from './columns.ts';
import { isText, keyColumns } from './key-column.ts';
import { shownValue, type ReadRow } from './read-cells.ts';
import { detached } from './remembered-reader.ts';

export interface TargetFinder {
  /**
   * Puts ids into the rows' values. Rows that are refused already take part, so that a text that names nothing is told with all
   * of its rows. @returns the rows that name a record of their own file which is not there yet.
   */
  find(
    plan: ImportPlan,
    connection: Connection,
    rows: readonly ReadRow[],
    holdBack: boolean,
  ): Promise<ReadonlySet<ReadRow>>;
}

type Target = { readonly kind: 'one'; readonly id: string } | { readonly kind: 'none' | 'several' };

interface Known {
  /** Of its own, not a window onto the file. */
  readonly text: string;
  readonly target: Target;
}

const mostRemembered = 20_000;

export function targetFinder(imported: readonly ImportColumn[]): TargetFinder {
  const columns = imported.flatMap((column) =>
    column.lookup ? [{ column, lookup: column.lookup, known: new Map<string, Known>() }] : [],
  );
  return {
    async find(plan, connection, rows, holdBack) {
      const held = new Set<ReadRow>();
      for (const { column, lookup, known } of columns) {
        const wanted = rows.flatMap((row) =>
          row.lookups.filter((cell) => cell.column === column).map(({ text }) => ({ row, text })),
        );
        await learn(connection, plan, lookup, known, [...new Set(wanted.map(({ text }) => text))]);
        for (const { row, text } of wanted) {
          const target = recall(known, text);
          if (target.kind === 'one') row.values[column.field.name] = target.id;
          else if (target.kind === 'none' && lookup.self && holdBack) held.add(row);
          else row.faults.push(targetFault(plan, column, row, text, target.kind));
        }
        forget(known, lookup.self);
      }
      return held;
    },
  };
}

async function learn(
  connection: Connection,
  plan: ImportPlan,
  lookup: LookupColumn,
  known: Map<string, Known>,
  texts: readonly string[],
): Promise<void> {
  const asked = texts.filter((text) => !known.has(text));
  if (asked.length === 0) return;
  const found = await findByKey(plan.judge, connection, lookup, asked);
  asked.forEach((text, index) => {
    const [id, second] = found.get(index) ?? [];
    const target: Target =
      id === undefined ? { kind: 'none' } : second === undefined ? { kind: 'one', id } : { kind: 'several' };
    const own = detached(text);
    known.set(own, { text: own, target });
  });
}

/** A map keeps the order of insertion: what was used last stands last. */
function recall(known: Map<string, Known>, text: string): Target {
  const entry = known.get(text);
  if (!entry) throw new Error('a look-up was recalled before it was learnt');
  known.delete(text);
  known.set(entry.text, entry);
  return entry.target;
}

/** What is not there yet may arrive with a later batch of the same file. */
function forget(known: Map<string, Known>, self: boolean): void {
  if (self) for (const { text, target } of known.values()) if (target.kind === 'none') known.delete(text);
  for (const oldest of known.keys()) {
    if (known.size <= mostRemembered) break;
    known.delete(oldest);
  }
}

/** Up to two ids for each text, by its place: two are as ambiguous as a hundred. */
export async function findByKey(
  judge: Judgement,
  connection: Connection,
  { target, match }: Pick<LookupColumn, 'target' | 'match'>,
  texts: readonly string[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const keys = texts.map((text) => keyOf(judge, match, text));
  const ids = texts.map((text) => (isId(text) ? text.toLowerCase() : null));
  const rule = rowRule(judge, target, 'read', 't');
  const seen = sql`t.deleted_at is null${rule ? sql` and ${rule}` : sql``}`;
  const column = join(keyColumns(target, [match], 't', texts.length), '');
  const byKey = sql`select w.n, t.id from unnest(${keys}::text[]) with ordinality w(k, n) join ${target.table} t on ${column} = w.k${keyCast(match)} where ${seen}`;
  const byId = sql`select w.n, t.id from unnest(${ids}::uuid[]) with ordinality w(k, n) join ${target.table} t on t.id = w.k where ${seen}`;
  const hits = ids.some((id) => id !== null) ? sql`${byKey} union ${byId}` : byKey;
  const rows = await connection.prepared(sql`select n, (array_agg(id))[1:2] as ids from (${hits}) h group by n`);
  return new Map(rows.map((row) => [Number(row['n']) - 1, row['ids'] as string[]]));
}

/** What the cell means as a value of the matched field, as text; null: nothing that the field could hold. */
function keyOf({ asker }: Judgement, match: CompiledField, text: string): string | null {
  if (match.name === 'id') return isId(text) ? text : null;
  if (match.type.scalar || match.type.generated) return text.includes('\0') ? null : text;
  const { language, actor } = asker;
  const parsed = match.type.parse(text, match.definition, { ...match.context, language, timeZone: actor.timeZone });
  if (!parsed.ok || parsed.value === null) return null;
  return String(match.type.toColumn ? match.type.toColumn(parsed.value) : parsed.value);
}

function keyCast(match: CompiledField): Sql {
  return isText(match) ? sql`` : raw(`::${match.column?.type ?? 'text'}`);
}

function targetFault(
  plan: ImportPlan,
  column: ImportColumn,
  row: ReadRow,
  text: string,
  kind: 'none' | 'several',
): ReadRow['faults'][number] {
  const code = kind === 'none' ? 'record_not_found' : 'several_found';
  const { message } = valueFault(column.field.name, code, plan.judge.asker.language);
  const fault = { row: row.line, field: column.field.name, code, message, value: shownValue(text) };
  return kind === 'none' ? { ...fault, unmatchedIn: column.header } : fault;
}
