// Rows of a batch become records to write: they settle, and are held against conditions and rules, by the very stages that single
// records pass.
import type { Connection } from '../db/database.ts';
import type { Fault } from '../problems/problem.ts';
import { heldBeside } from '../records/beside.ts';
import { newId } from '../records/id.ts';
import { normalValue } from '../records/normalise.ts';
import type { Stored } from '../records/record-context.ts';
import { sameValue } from '../records/same-value.ts';
import { settle, type InTurn, type Settled } from '../records/settle.ts';
import type { Incoming } from '../records/unsettled.ts';
import { faultsOf } from '../records/validate.ts';
import type { ImportPlan } from './columns.ts';
import type { Existing } from './find-existing.ts';
import { shownValue, type ReadRow } from './read-cells.ts';
import { restingMap, type Rest } from './rest.ts';

export interface Draft {
  readonly row: ReadRow;
  readonly id: string;
  /** What the row sets, canonical; of a new record all that it has. */
  readonly values: Stored;
  /** null: a new record. */
  readonly old: { readonly values: Stored; readonly version: number } | null;
}

export interface Update {
  readonly row: ReadRow;
  readonly existing: Extract<Existing, { kind: 'one' }>;
}

/** Faults go to their rows; the drafts are of those that have none. */
export async function judgeNew(
  plan: ImportPlan,
  connection: Connection,
  rows: readonly ReadRow[],
  rest: Rest,
): Promise<Draft[]> {
  const { judge, entity } = plan;
  const incoming = rows.map((row) => incomingOf(withoutNulls(valuesOf(plan, row, null)), null));
  const settled = await settle(judge, connection, entity, incoming, inTurn(rest));
  const drafts: Draft[] = [];
  for (const [index, row] of rows.entries()) {
    const { values, related } = settled[index] ?? nothing;
    const said = incoming[index]?.named ?? noNames;
    noteFaults(plan, row, faultsOf({ ...judge, entity, old: null, values, said, related }));
    if (row.faults.length === 0) drafts.push({ row, id: newId(), values, old: null });
    await rest();
  }
  return drafts;
}

/** `unchanged`: rows that say what their record says already. */
export async function judgeUpdates(
  plan: ImportPlan,
  connection: Connection,
  updates: readonly Update[],
  rest: Rest,
): Promise<{ readonly drafts: readonly Draft[]; readonly unchanged: number }> {
  const { judge, entity } = plan;
  const incoming: Incoming[] = [];
  for (const { row, existing } of updates) {
    const old = { ...existing.values, ...(await heldBeside(judge, connection, entity, existing.id)) };
    incoming.push(incomingOf(valuesOf(plan, row, existing.values), old));
    await rest();
  }
  const settled = await settle(judge, connection, entity, incoming, inTurn(rest));
  const drafts: Draft[] = [];
  let unchanged = 0;
  for (const [index, { row, existing }] of updates.entries()) {
    const { values, related } = settled[index] ?? nothing;
    const { old = null, values: written = {} } = incoming[index] ?? {};
    const said = new Set(Object.keys(written));
    noteFaults(plan, row, faultsOf({ ...judge, entity, old, values, said, related }));
    if (row.faults.length > 0) continue;
    if (Object.keys(values).length === 0) unchanged++;
    else drafts.push({ row, id: existing.id, values, old: existing });
    await rest();
  }
  return { drafts, unchanged };
}

const nothing: Settled = { values: {}, related: {} };
const noNames: ReadonlySet<string> = new Set();

function incomingOf(values: Stored, old: Stored | null): Incoming {
  const named = new Set(Object.keys(values));
  return { values: old ? changedOnly(values, old) : values, named, beside: {}, old };
}

function inTurn(rest: Rest): InTurn {
  return (items, one) => restingMap(items, rest, one);
}

/** The fields that the row writes; parts of a structured value join what the record has beside them. */
function valuesOf(plan: ImportPlan, row: ReadRow, old: Stored | null): Stored {
  const keyOnly = plan.columns.filter((column) => column.keyOnly);
  if (keyOnly.length === 0 && Object.keys(row.members).length === 0) return row.values;
  const values = { ...row.values };
  for (const { field } of keyOnly) delete values[field.name];
  for (const [name, members] of Object.entries(row.members)) {
    const field = plan.entity.fields.get(name);
    const before = old?.[name];
    const whole = { ...(typeof before === 'object' ? before : null), ...members };
    const normal = field ? normalValue(field, whole, plan.judge.asker.language) : { value: null };
    if ('value' in normal) values[name] = normal.value;
    else noteFaults(plan, row, normal.faults);
  }
  return values;
}

export function noteFaults(plan: ImportPlan, row: ReadRow, faults: readonly Fault[]): void {
  for (const { path, code, message } of faults) {
    const field = path.split('/')[1] ?? '';
    const column = plan.columns.find((candidate) => candidate.field.name === field);
    row.faults.push({
      row: row.line,
      field,
      code,
      message,
      value: shownValue((column && row.cells[column.index]) ?? ''),
    });
  }
}

/** Of a new record, a blank cell says nothing. */
function withoutNulls(values: Stored): Stored {
  if (!Object.values(values).includes(null)) return values;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function changedOnly(values: Stored, old: Stored): Stored {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !sameValue(value, old[name])));
}
