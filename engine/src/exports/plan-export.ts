// An export as one statement and the lines made of its rows: what a list finds, by the same rules, for whoever may take it out.
import { labelOf } from '@trellis/metadata/labels';
import { csvLines } from '../csv/csv-lines.ts';
import { defused } from '../csv/formula-cells.ts';
import { Refusal } from '../problems/problem.ts';
import { readableEntity, type Judgement } from '../records/judgement.ts';
import { planRows } from '../records/plan-read.ts';
import type { RowPlan } from '../records/row-text.ts';
import type { Found } from '../records/shape.ts';
import { cellOf, type Json } from './cell-text.ts';
import { exportedColumns, type ExportColumn } from './export-columns.ts';
import type { ExportRequest } from './export-request.ts';

export interface ExportPlan extends Pick<RowPlan, 'statement' | 'people'> {
  readonly header: string;
  lines(found: Found): string;
}

/** @throws unknown_entity, forbidden, and whatever the list request is refused for. */
export function planExport(judge: Judgement, request: ExportRequest): ExportPlan {
  const entity = readableEntity(judge, request.entity);
  if (!judge.access.may(entity.name, 'export')) throw new Refusal('forbidden');
  const { tree, columns } = exportedColumns(judge, entity, request.select);
  const { statement, people, json } = planRows(judge, tree, { ...request, after: null });
  const cells = columns.map((column) => cellOf(judge, column, request.values));
  const lines = ({ rows, names }: Found): string =>
    csvLines(
      rows.map((row) => {
        const record = JSON.parse(json(row, names)) as Json;
        return cells.map((cell) => cell(record));
      }),
    );
  const names = request.header === 'name' ? columns.map(({ path }) => path) : labelsOf(columns, judge.asker.language);
  return { statement, people, header: csvLines([names.map(defused)]), lines };
}

/** `Author › Country`; where two columns are called alike, the name of the second stands beside. */
function labelsOf(columns: readonly ExportColumn[], language: string): string[] {
  const labels: string[] = [];
  for (const { path, fields } of columns) {
    const label = fields.map((field) => labelOf(field.label, language)).join(' › ');
    labels.push(labels.includes(label) ? `${label} (${path})` : label);
  }
  return labels;
}
