// A publication in words: what changes, what the database will do, whom it touches. What the publish page shows.
import { diff } from '@trellis/metadata/diff';
import { changeText } from './change-text.ts';
import { referencing, usersOf } from '@trellis/metadata/references';
import { identifier, sql } from '@trellis/expressions/sql';
import type { Engine } from '../engine.ts';
import { inSlices } from '../in-slices.ts';
import { Refusal, textIn } from '../problems/problem.ts';
import type { StoredDraft } from './drafts.ts';
import type { Publication } from './plan-publication.ts';
import type { Step, StepKind } from './step.ts';

/** Problems of the metadata are part of the plan, not an error of asking for it. */
export async function describePlan(
  engine: Engine,
  draft: StoredDraft,
  plan: () => Promise<Publication>,
  language: string,
): Promise<object> {
  let publication: Publication;
  try {
    publication = await plan();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid_metadata') throw error;
    return { changes: [], impact: [], steps: [], problems: error.faults, base_version: draft.baseVersion };
  }
  const current = engine.models.peek(draft.workspace);
  const changes = current ? diff(current.metadata, publication.model.metadata) : [];
  const index = current ? await inSlices(referencing(current.metadata)) : [];
  return {
    base_version: publication.base.number,
    changes: changes.map((change) => ({ ...change, text: changeText(change, language) })),
    impact: changes.flatMap((change) => (change.change === 'added' ? [] : usersOf(index, change))),
    steps: await Promise.all(
      publication.steps.map(async (step) => ({
        ...textOf(step, language),
        rows: await rowsOf(engine, draft.workspace, step),
        lock: locks[step.does],
      })),
    ),
    problems: [],
  };
}

const words: Readonly<Record<StepKind, { readonly en: string; readonly 'zh-CN': string }>> = {
  create_table: { en: 'Create the table {object}', 'zh-CN': '创建数据表 {object}' },
  add_column: { en: 'Add the column {object} to {table}', 'zh-CN': '为 {table} 添加列 {object}' },
  add_index: { en: 'Build the index {object} on {table}', 'zh-CN': '为 {table} 建立索引 {object}' },
  rebuild_index: { en: 'Build the index {object} on {table} anew', 'zh-CN': '为 {table} 重建索引 {object}' },
  drop_index: { en: 'Take away the index {object} of {table}', 'zh-CN': '移除 {table} 的索引 {object}' },
  add_reference: { en: 'Let {object} of {table} refer to its records', 'zh-CN': '建立 {table} 的引用 {object}' },
  change_reference: { en: 'Change the reference {object} of {table}', 'zh-CN': '修改 {table} 的引用 {object}' },
  check_reference: {
    en: 'Check the stored references {object} of {table}',
    'zh-CN': '检查 {table} 已存储的引用 {object}',
  },
  drop_table: { en: 'Take away the table {object}', 'zh-CN': '移除数据表 {object}' },
  drop_column: { en: 'Take away the column {object} of {table}', 'zh-CN': '移除 {table} 的列 {object}' },
  keep_rollups: { en: 'Keep what is gathered from {table}', 'zh-CN': '随 {table} 的变动更新汇总值' },
  drop_rollups: { en: 'Keep nothing from {table} any more', 'zh-CN': '不再随 {table} 更新汇总值' },
  change_type: { en: 'Convert the column {object} of {table}', 'zh-CN': '转换 {table} 的列 {object}' },
};

function textOf(step: Step, language: string): object {
  const text = textIn(words[step.does], language).replace('{object}', step.object).replace('{table}', step.table);
  return { class: step.class, does: step.does, text, sql: step.sql };
}

/** The planner's estimate: an exact count of a large table would take longer than the change. */
async function rowsOf(engine: Engine, workspace: string, step: Step): Promise<number> {
  const name = identifier(workspace, step.table).chunks.join('');
  const [row] = await engine.database.query(
    sql`select greatest(c.reltuples, 0)::bigint::text as rows from pg_class c where c.oid = to_regclass(${name})`,
  );
  return Number(row?.['rows'] ?? 0);
}

/** `none`: nobody waits; `moment`: writers wait for milliseconds while the catalogue changes, no row is read or written. */
const locks: Readonly<Record<StepKind, 'none' | 'moment'>> = {
  create_table: 'none',
  add_column: 'moment',
  keep_rollups: 'moment',
  drop_rollups: 'moment',
  add_index: 'none',
  rebuild_index: 'none',
  drop_index: 'none',
  add_reference: 'moment',
  change_reference: 'moment',
  check_reference: 'none',
  drop_table: 'moment',
  drop_column: 'moment',
  // Not published yet: what it takes is told when it can be.
  change_type: 'moment',
};
