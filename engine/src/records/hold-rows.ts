// Several writes in one transaction hold beforehand what they will change, in one order for everybody: the records themselves, then
// those that keep roll-ups of them, and so on upwards, each by their ids. Else two batches that meet in different orders would wait
// for each other.
import { identifier, join, sql } from '@trellis/expressions/sql';
import type { Connection, Row } from '../db/database.ts';
import { keptRollups } from '../model/kept-rollups.ts';
import type { Model } from '../model/model.ts';
import { isId } from './id.ts';
import type { WriteRequest } from './request.ts';

export async function holdRows(
  connection: Connection,
  model: Model,
  operations: readonly WriteRequest[],
): Promise<void> {
  if (keptRollups(model).length === 0) return;
  for (const [name, group] of Map.groupBy(operations, ({ entity }) => entity)) {
    const owning = ownersOf(model, name);
    if (owning.length === 0) continue;
    const standing = await held(connection, model, name, idsIn(group));
    const given = group.flatMap((operation) => ('values' in operation ? [operation.values] : []));
    await holdOwners(connection, model, [name], [...standing, ...given]);
  }
}

/** `rows`: records of the last entity on the way up, as they are or will be. */
async function holdOwners(
  connection: Connection,
  model: Model,
  way: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (const [owner, vias] of Map.groupBy(ownersOf(model, way.at(-1) ?? ''), ({ owner }) => owner)) {
    const ids = new Set(rows.flatMap((row) => vias.flatMap(({ via }) => idOf(row[via]))));
    const standing = await held(connection, model, owner, ids);
    // Entities may keep roll-ups of themselves and of each other: those higher up are held where they are met.
    if (!way.includes(owner)) await holdOwners(connection, model, [...way, owner], standing);
  }
}

interface Owning {
  readonly owner: string;
  readonly via: string;
}

/** The entities that keep roll-ups of these records, in one order. */
function ownersOf(model: Model, entity: string): readonly Owning[] {
  const all = keptRollups(model).filter(({ from }) => from.name === entity);
  const distinct = new Map(all.map(({ owner, via }) => [`${owner.name} ${via}`, { owner: owner.name, via }]));
  return [...distinct.values()].sort((left, right) => (left.owner < right.owner ? -1 : 1));
}

/** With the look-ups that lead to their own owners. */
async function held(
  connection: Connection,
  model: Model,
  name: string,
  ids: ReadonlySet<string>,
): Promise<readonly Row[]> {
  const entity = model.entities.get(name);
  if (!entity || ids.size === 0) return [];
  const vias = new Set(ownersOf(model, name).map(({ via }) => via));
  const columns = join([identifier('id'), ...[...vias].map((via) => identifier(via))], ', ');
  return connection.prepared(
    sql`select ${columns} from ${entity.table} where id = any(${[...ids]}::uuid[]) order by id for no key update`,
  );
}

function idsIn(operations: readonly WriteRequest[]): ReadonlySet<string> {
  return new Set(operations.flatMap((operation) => ('id' in operation ? idOf(operation.id) : [])));
}

/** A look-up as it is written, or as it is read. */
function idOf(value: unknown): string[] {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' && isId(id) ? [id.toLowerCase()] : [];
}
