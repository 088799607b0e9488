// Rows of a batch become records to write: defaults, conditions and rules, by the very stages that single records pass.
import type { Connection } from '../db/database.ts';
import type { Fault } from '../problems/problem.ts';
import { heldBeside } from '../records/beside.ts';
import { newId } from '../records/id.ts';
import { loadRelatedOf, relatedPaths } from '../records/load-related.ts';
import { normalValue } from '../records/normalise.ts';
import type { Stored } from '../records/record-context.ts';
import { faultsOf, sameValue, withDefaults } from '../records/validate.ts';
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

const nothingBeside: ReadonlySet<string> = new Set();

/** Faults go to their rows; the drafts are of those that have none. */
export async function judgeNew(
  plan: ImportPlan,
  connection: Connection,
  rows: readonly ReadRow[],
  rest: Rest,
): Promise<Draft[]> {
  const { judge, entity } = plan;
  const given = rows.map((row) => withoutNulls(valuesOf(plan, row, null)));
  const early = await loadRelatedOf(judge, connection, entity, given);
  const values = await restingMap(given, rest, (own, index) =>
    withDefaults(judge.asker, entity, own, early[index] ?? {}),
  );
  const related = relatedPaths(entity).length ? await loadRelatedOf(judge, connection, entity, values) : early;
  const drafts: Draft[] = [];
  for (const [index, row] of rows.entries()) {
    const own = values[index] ?? {};
    const faults = faultsOf({
      asker: judge.asker,
      entity,
      old: null,
      given: own,
      beside: nothingBeside,
      related: related[index] ?? {},
    });
    noteFaults(plan, row, faults);
    if (row.faults.length === 0) drafts.push({ row, id: newId(), values: own, old: null });
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
  const given = updates.map(({ row, existing }) => changedOnly(valuesOf(plan, row, existing.values), existing.values));
  const merged = updates.map(({ existing }, index) => ({ ...existing.values, ...given[index] }));
  const related = await loadRelatedOf(judge, connection, entity, merged);
  const drafts: Draft[] = [];
  let unchanged = 0;
  for (const [index, { row, existing }] of updates.entries()) {
    const own = given[index] ?? {};
    const old = { ...existing.values, ...(await heldBeside(connection, judge.model, entity, existing.id)) };
    const draft = { asker: judge.asker, entity, old, given: own, beside: nothingBeside, related: related[index] ?? {} };
    noteFaults(plan, row, faultsOf(draft));
    if (row.faults.length > 0) continue;
    if (Object.keys(own).length === 0) unchanged++;
    else drafts.push({ row, id: existing.id, values: own, old: existing });
    await rest();
  }
  return { drafts, unchanged };
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
