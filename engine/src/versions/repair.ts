// What a publication that was cut short, an earlier release or a restored copy has left is put right: at the start, while the
// workspace serves.
import { raw } from '@trellis/expressions/sql';
import { connectionOf, type Connection, type Database } from '../db/database.ts';
import type { Model } from '../model/model.ts';
import { tablesOf } from '../model/tables.ts';
import type { ActiveModels } from './active-models.ts';
import { build, checkReferences, settle, uncheckedReferences } from './apply-indexes.ts';
import { addDerived, derivedChanges, dropDerived, fillAbandoned } from './derived-columns.ts';
import { exclusively } from './exclusively.ts';
import { indexChanges } from './index-changes.ts';
import { settleIndex } from './index-sql.ts';
import { adoptIndexes, standingIndexes } from './standing-indexes.ts';
import { dropUnfinished, findUnfinished } from './unfinished.ts';

export async function needsRepair(connection: Connection, model: Model): Promise<boolean> {
  const { workspace } = model;
  const tables = tablesOf(model);
  const { indexes, columns } = await findUnfinished(connection, workspace);
  const changes = indexChanges(await standingIndexes(connection, workspace), tables);
  const unchecked = await uncheckedReferences(connection, workspace, tables);
  const { superfluous, unfilled } = await derivedChanges(connection, workspace, tables);
  return [indexes, columns, changes, unchecked, superfluous, unfilled].some((found) => found.length > 0);
}

/** Before the workspace serves: what its model writes and an earlier release did not have. */
export async function addMissing(database: Database, model: Model): Promise<void> {
  const tables = tablesOf(model);
  const { missing } = await derivedChanges(database, model.workspace, tables);
  await addDerived(database, model.workspace, tables, missing);
}

/** @param onFault told of each index that could not be built, such as a unique one over values that repeat. */
export async function repair(
  database: Database,
  models: ActiveModels,
  workspace: string,
  onFault: (error: unknown) => void,
): Promise<void> {
  await exclusively(database, workspace, async (connection) => {
    await dropUnfinished(database, connection, workspace);
    const model = await models.refresh(workspace);
    if (!model) return;
    const tables = tablesOf(model);
    await database.transaction((_, client) => adoptIndexes(connectionOf(client), workspace, tables));
    for (const change of indexChanges(await standingIndexes(connection, workspace), tables))
      try {
        await build(connection, workspace, change);
        if (change.does === 'add_index') await connection.query(raw(settleIndex(workspace, change.index)));
        else await settle(connection, workspace, change);
      } catch (error) {
        onFault(error);
        await dropUnfinished(database, connection, workspace);
      }
    await checkReferences(connection, workspace, tables);
    const { superfluous, unfilled } = await derivedChanges(connection, workspace, tables);
    await dropDerived(database, workspace, superfluous);
    if (unfilled.length > 0) await fillAbandoned(connection, workspace);
  });
}
