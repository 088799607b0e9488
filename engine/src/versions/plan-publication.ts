// What publishing would do, and everything that stands against it. Nothing is changed.
import type { Layer } from '@trellis/metadata/compose';
import type { Connection } from '../db/database.ts';
import type { Model } from '../model/model.ts';
import { tablesOf } from '../model/tables.ts';
import { metadataRefusal } from '../problems/metadata-problems.ts';
import { Refusal } from '../problems/problem.ts';
import { indexChanges, indexStep, type IndexChange } from './index-changes.ts';
import { buildModel } from './layers.ts';
import { planSteps } from './plan.ts';
import { standingIndexes } from './standing-indexes.ts';
import type { Step } from './step.ts';
import { designerProblems, duplicateProblems, indexNameProblems } from './stored-problems.ts';
import { newestVersion, type StoredVersion } from './version-store.ts';

export interface Publication {
  readonly base: StoredVersion;
  readonly next: StoredVersion;
  readonly before: Model;
  readonly model: Model;
  readonly steps: readonly Step[];
}

/** @throws invalid_metadata with every problem, base_moved where somebody else has published since `baseVersion`. */
export async function planPublication(
  connection: Connection,
  workspace: string,
  change: {
    readonly baseVersion: number | null;
    readonly layers: (base: StoredVersion) => readonly Layer[];
    readonly language: string;
    /** The model that is served now, where it is at hand. */
    readonly current: Model | undefined;
  },
): Promise<Publication> {
  const base = await newestVersion(connection, workspace);
  if (!base || (change.baseVersion !== null && change.baseVersion !== base.number)) throw new Refusal('base_moved');
  const next = { ...base, number: base.number + 1, layers: change.layers(base) };
  const before = change.current?.version === base.number ? change.current : await modelOf(base);
  const after = await buildModel({ ...next, version: next.number });
  if (!after.ok) throw metadataRefusal(after.problems, change.language);
  const { model } = after;
  const [old, tables] = [tablesOf(before), tablesOf(model)];
  const changes = indexChanges(await standingIndexes(connection, workspace), tables, old)
    // New tables bring their indexes along.
    .filter(({ table }) => old.has(table));
  const problems = [
    ...indexNameProblems(tables),
    ...(await duplicateProblems(connection, workspace, changes, old)),
    ...(await designerProblems(connection, before, model)),
  ];
  if (problems.length) throw metadataRefusal(problems, change.language);
  const steps = [
    ...planSteps(workspace, old, tables).map((step) => (isNeededBy(step, changes) ? early(step) : step)),
    ...changes.map((each) => indexStep(workspace, each)),
  ];
  return { base, next, before, model, steps: phases.flatMap((when) => steps.filter((step) => step.when === when)) };
}

const phases: readonly Step['when'][] = ['before', 'with', 'after'];

/** A column that an index is built on has to be there before the version is. */
function isNeededBy({ does, table, object }: Step, changes: readonly IndexChange[]): boolean {
  const needs = (change: IndexChange): boolean =>
    change.does !== 'drop_index' && change.table === table && change.index.columns.includes(object);
  return does === 'add_column' && changes.some(needs);
}

function early(step: Step): Step {
  return { ...step, when: 'before' };
}

async function modelOf(version: StoredVersion): Promise<Model> {
  const built = await buildModel({ ...version, version: version.number, isPublished: true });
  if (!built.ok) throw new Error(`stored version ${version.number} of ${version.workspace} does not validate`);
  return built.model;
}
