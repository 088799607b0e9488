// A draft whose base has moved, because somebody else has published: taken over to the newer version where what it changes is
// still as it was, refused where it is not, so that nobody's work is overwritten unseen.
import { compose } from '@trellis/metadata/compose';
import { engineLayer } from '@trellis/metadata/engine-items';
import { fileOf, isKind } from '@trellis/metadata/kinds';
import { makePatch } from '@trellis/metadata/merge-patch';
import type { Connection } from '../db/database.ts';
import { Refusal, textIn, type Fault } from '../problems/problem.ts';
import { itemText } from './change-text.ts';
import type { DraftItem, StoredDraft } from './drafts.ts';
import { versionOf } from './version-store.ts';

/** @throws draft_conflict with every item that has been changed since, unless to just what the draft makes of it. */
export async function rebaseDraft(
  connection: Connection,
  draft: StoredDraft,
  { version, language }: { readonly version: number; readonly language: string },
): Promise<StoredDraft> {
  const before = await bodiesIn(connection, draft.workspace, draft.baseVersion);
  const now = await bodiesIn(connection, draft.workspace, version);
  const conflicts = draft.items.flatMap((item) => {
    const key = `${item.kind}/${item.name}`;
    return conflictOf(item, { before: before.get(key), now: now.get(key) }, language);
  });
  if (conflicts.length) throw new Refusal('draft_conflict', {}, conflicts);
  return { ...draft, baseVersion: version };
}

type Bodies = ReadonlyMap<string, unknown>;

async function bodiesIn(connection: Connection, workspace: string, number: number): Promise<Bodies> {
  const version = await versionOf(connection, workspace, number);
  if (!version) throw new Refusal('malformed_request', { reason: `base_version: ${number}` });
  return new Map(
    compose([engineLayer, ...version.layers]).items.map(({ kind, name, body }) => [`${kind}/${name}`, body]),
  );
}

/** Bodies of an item; undefined where it did not exist. */
interface Since {
  readonly before: unknown;
  readonly now: unknown;
}

function conflictOf({ op, kind, name, body }: DraftItem, { before, now }: Since, language: string): Fault[] {
  const wanted = op === 'put' ? body : undefined;
  if (!isKind(kind) || isSame(before, now) || isSame(now, wanted)) return [];
  const code = before === undefined ? 'item_added' : now === undefined ? 'item_removed' : 'item_changed';
  const item = itemText({ kind, name, body: now ?? before }, language);
  return [{ path: fileOf(kind, name), code, message: textIn(words[code], language).replace('{item}', item) }];
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return makePatch(one, other) === undefined;
}

const words = {
  item_added: { en: 'Somebody else has added the {item}, too.', 'zh-CN': '其他人也新增了{item}。' },
  item_removed: { en: 'Somebody else has taken away the {item}.', 'zh-CN': '其他人已移除{item}。' },
  item_changed: { en: 'Somebody else has changed the {item}.', 'zh-CN': '其他人已修改{item}。' },
};
