// The record as its writer may see it now: the answer to a write that took several statements, and to a stale one.
import type { Connection } from '../db/database.ts';
import { Refusal } from '../problems/problem.ts';
import type { Judgement } from './judgement.ts';
import { namesIn } from './people-names.ts';
import { planGet } from './plan-read.ts';

/** null where the asker may not read it. */
export async function readBack(
  judge: Judgement,
  connection: Connection,
  entityName: string,
  id: string,
): Promise<string | null> {
  if (!judge.model.entities.has(entityName) || judge.access.row(entityName, 'read').kind === 'none') return null;
  const { statement, people, json } = planGet(judge, entityName, null);
  const [row] = await connection.texts(statement, { asker: judge.asker, id });
  return row ? json(row, await namesIn(judge, connection, [row], people)) : null;
}

/** Both versions, and what is stored now. */
export async function staleRefusal(
  judge: Judgement,
  connection: Connection,
  request: { readonly entity: string; readonly id: string; readonly version: number | null },
  version: number,
): Promise<Refusal> {
  const json = await readBack(judge, connection, request.entity, request.id);
  const current: unknown = json === null ? null : JSON.parse(json);
  return new Refusal('stale', {}, [], { version: { yours: request.version, current: version }, current });
}
