// Drafts: named changes over a base version, stored until they are published. Nothing live is touched by one.
import { compose, type ComposedItem, type Layer } from '@trellis/metadata/compose';
import { engineLayer } from '@trellis/metadata/engine-items';
import { isKind, type RawItem } from '@trellis/metadata/kinds';
import { applyPatch, makePatch } from '@trellis/metadata/merge-patch';
import { sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';
import { newId } from '../records/id.ts';
import { newestVersion } from './version-store.ts';

export interface DraftItem {
  readonly op: 'put' | 'delete';
  readonly kind: string;
  readonly name: string;
  readonly body?: unknown;
}

export interface StoredDraft {
  readonly id: string;
  readonly workspace: string;
  readonly baseVersion: number;
  readonly items: readonly DraftItem[];
}

/** The layer that holds what the workspace itself has changed; always the uppermost. */
export const workspaceLayer = 'workspace';

export function readItems(given: unknown): DraftItem[] {
  const reason = 'items: [{ op: put | delete, kind, name, body }]';
  if (!Array.isArray(given)) throw new Refusal('malformed_request', { reason });
  return given.map((item: unknown) => {
    const { op, kind, name, body } = closedObject(item, ['op', 'kind', 'name', 'body'], 'items');
    if ((op !== 'put' && op !== 'delete') || typeof kind !== 'string' || !isKind(kind) || typeof name !== 'string')
      throw new Refusal('malformed_request', { reason });
    return { op, kind, name, ...(op === 'put' ? { body } : {}) };
  });
}

/** The layers with the draft's changes in the workspace's own: an item of a layer below is stored as what is different. */
export function layersWith(layers: readonly Layer[], items: readonly DraftItem[]): Layer[] {
  const below = layers.filter((layer) => layer.name !== workspaceLayer);
  const own = new Map<string, Layer['items'][number]>(
    layers
      .filter((layer) => layer.name === workspaceLayer)
      .flatMap((layer) => layer.items.map((item) => [`${item.kind}/${item.name}`, item] as const)),
  );
  const standing = itemsOf(below);
  const current = itemsOf(layers);
  for (const { op, kind, name, body: given } of items) {
    const key = `${kind}/${name}`;
    const base = standing.get(key);
    const body = refined(current.get(key)?.body, given);
    if (op === 'delete' && base) own.set(key, { kind, name, patch: null });
    else if (op === 'delete') own.delete(key);
    else if (!base) own.set(key, { kind, name, body });
    else {
      const patch = makePatch(base.body, body);
      if (patch === undefined) own.delete(key);
      else own.set(key, { kind, name, patch });
    }
  }
  return [...below, { name: workspaceLayer, items: [...own.values()] }];
}

function itemsOf(layers: readonly Layer[]): ReadonlyMap<string, RawItem> {
  return new Map(compose([engineLayer, ...layers]).items.map((item) => [`${item.kind}/${item.name}`, item]));
}

/** An entity that says `extends: true` adds to what stands there now, the workspace's own changes included. */
function refined(current: unknown, given: unknown): unknown {
  if (
    current === undefined ||
    typeof given !== 'object' ||
    given === null ||
    !('extends' in given) ||
    given.extends !== true
  )
    return given;
  const { extends: _adds, ...changes } = given;
  return applyPatch(current, changes);
}

/** An item as its layers make it, without defaults: what a draft's `put` starts from. */
export async function composedItem(
  connection: Connection,
  workspace: string,
  kind: string,
  name: string,
): Promise<ComposedItem> {
  const version = await newestVersion(connection, workspace);
  const items = version ? compose([engineLayer, ...version.layers]).items : [];
  const found = items.find((item) => item.kind === kind && item.name === name);
  if (!found) throw new Refusal('not_found');
  return found;
}

export async function saveDraft(
  connection: Connection,
  draft: Omit<StoredDraft, 'id'>,
  userId: string,
): Promise<StoredDraft> {
  const id = newId();
  await connection.query(sql`insert into trellis.draft (id, workspace, base_version, items, created_by)
    values (${id}::uuid, ${draft.workspace}, ${draft.baseVersion}::int, ${JSON.stringify(draft.items)}::json, ${userId}::uuid)`);
  return { id, ...draft };
}

export async function changeDraft(connection: Connection, draft: StoredDraft): Promise<void> {
  await connection.query(sql`update trellis.draft set items = ${JSON.stringify(draft.items)}::json,
    base_version = ${draft.baseVersion}::int, updated_at = now() where id = ${draft.id}::uuid and workspace = ${draft.workspace}`);
}

export async function findDraft(connection: Connection, workspace: string, id: string): Promise<StoredDraft> {
  const [row] = await connection.query(
    sql`select base_version, items from trellis.draft where id = ${id}::uuid and workspace = ${workspace}`,
  );
  if (!row) throw new Refusal('not_found');
  return { id, workspace, baseVersion: Number(row['base_version']), items: row['items'] as DraftItem[] };
}

export async function listDrafts(connection: Connection, workspace: string): Promise<StoredDraft[]> {
  const rows = await connection.query(
    sql`select id, base_version, items from trellis.draft where workspace = ${workspace} order by updated_at desc`,
  );
  return rows.map((row) => ({
    id: String(row['id']),
    workspace,
    baseVersion: Number(row['base_version']),
    items: row['items'] as DraftItem[],
  }));
}

export async function dropDraft(connection: Connection, workspace: string, id: string): Promise<void> {
  await connection.query(sql`delete from trellis.draft where id = ${id}::uuid and workspace = ${workspace}`);
}
