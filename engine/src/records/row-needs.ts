// What the conditions of an entity read, told apart: fields and paths through look-ups; and rows of child tables, with what is read
// within each of them, in which there may be rows again.
import type { CompiledEntity, CompiledField, Model } from '../model/model.ts';
import { fieldAt } from '../model/scope.ts';
import { conditionsOf } from './conditions-of.ts';

type Path = readonly string[];

export interface Needs {
  /** Those that lead through no rows. */
  readonly plain: readonly Path[];
  readonly rows: readonly RowNeeds[];
}

export interface RowNeeds extends Needs {
  /** To the rows: of the record itself a single name. */
  readonly path: Path;
  readonly field: CompiledField;
  /** Of the rows. */
  readonly entity: CompiledEntity;
  /** The look-up of a row that leads back. */
  readonly parentField: string;
}

const known = new WeakMap<CompiledEntity, Needs>();

/** Of all that is asked while a record is written. */
export function needsOf(model: Model, entity: CompiledEntity): Needs {
  let needs = known.get(entity);
  if (!needs) {
    const paths = conditionsOf(entity).flatMap((condition) => condition.paths);
    known.set(entity, (needs = needsWithin(model, entity, paths)));
  }
  return needs;
}

/** The rows of the record itself that are read. */
export function ownRows({ rows }: Needs, name: string): RowNeeds | undefined {
  return rows.find(({ path }) => path.length === 1 && path[0] === name);
}

function needsWithin(model: Model, entity: CompiledEntity, paths: readonly Path[]): Needs {
  const plain = new Map<string, Path>();
  const within = new Map<string, { readonly path: Path; readonly inner: Path[] }>();
  for (const path of paths) {
    const end = path.findIndex((_, index) => relationAt(model, entity, path.slice(0, index + 1))?.kind === 'children');
    if (end === -1) plain.set(path.join('.'), path);
    else {
      const to = path.slice(0, end + 1);
      const found = within.get(to.join('.')) ?? { path: to, inner: [] };
      within.set(to.join('.'), found);
      if (path.length > to.length) found.inner.push(path.slice(to.length));
    }
  }
  return {
    plain: [...plain.values()],
    rows: [...within.values()].map(({ path, inner }) => rowNeeds(model, entity, path, inner)),
  };
}

function rowNeeds(model: Model, entity: CompiledEntity, path: Path, inner: readonly Path[]): RowNeeds {
  const field = fieldAt(model.entities, entity.name, path);
  const { relation } = field ?? {};
  const child = relation?.kind === 'children' ? model.entities.get(relation.entity) : undefined;
  if (!field || !child || relation?.kind !== 'children')
    throw new Error(`${path.join('.')} of ${entity.name} has no rows`);
  return { path, field, entity: child, parentField: relation.parentField, ...needsWithin(model, child, inner) };
}

function relationAt(model: Model, entity: CompiledEntity, path: Path): CompiledField['relation'] | undefined {
  return fieldAt(model.entities, entity.name, path)?.relation;
}
