// Last stage: rows become the answer, as text; nothing is parsed and built again.
import type { Row, TextRow } from '../db/database.ts';
import type { Names } from './judgement.ts';
import { Refusal } from '../problems/problem.ts';
import { writeCursor } from './order.ts';
import type { ListPlan } from './plan-read.ts';
import type { RowPlan } from './row-text.ts';

export type Answer =
  | { readonly kind: 'record'; readonly json: string | null }
  | { readonly kind: 'created'; readonly id: string; readonly json: string | null }
  | { readonly kind: 'list'; readonly json: readonly string[]; readonly page: Page }
  | { readonly kind: 'nothing' };

export interface Page {
  readonly after: string | null;
  readonly count?: number;
  readonly capped?: boolean;
}

/** What a read has found. */
export interface Found {
  readonly rows: readonly TextRow[];
  readonly names: Names;
}

export function shapeList(plan: ListPlan, { rows, names }: Found, counted: readonly Row[] | null): Answer {
  const page = rows.slice(0, plan.limit);
  const last = rows.length > plan.limit ? page.at(-1) : undefined;
  const after = last
    ? writeCursor(
        plan.order,
        plan.keys.map((at) => last[at] ?? null),
      )
    : null;
  return { kind: 'list', json: page.map((row) => plan.json(row, names)), page: { after, ...countOf(plan, counted) } };
}

export function shapeGet(plan: RowPlan, { rows, names }: Found): Answer {
  const [row] = rows;
  if (!row) throw new Refusal('not_found');
  return { kind: 'record', json: plan.json(row, names) };
}

/** The body that http-api.md promises. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'list':
      return `{"data":[${answer.json.join(',')}],"page":${JSON.stringify(answer.page)}}`;
    case 'record':
    case 'created':
      return `{"data":${answer.json ?? 'null'}}`;
    case 'nothing':
      return '{"data":null}';
  }
}

function countOf(plan: ListPlan, counted: readonly Row[] | null): { count?: number; capped?: boolean } {
  if (!plan.count || !counted) return {};
  const found = Number(counted[0]?.['count'] ?? 0);
  const { cap } = plan.count;
  return cap !== null && found > cap ? { count: cap, capped: true } : { count: found };
}
