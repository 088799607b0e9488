// The draft as the server keeps it, so that it survives the page. Requests go one after the other: the last change is the one
// that stays.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Client } from '@trellis/client/client';
import { hasStatus, problemOf, type FieldProblem } from '@trellis/client/problem';
import type { Draft } from '@trellis/client/wire';
import type { DraftItems } from './draft.ts';

/** What became of the draft when somebody else published: it builds on the newer version now, or cannot. */
export type Rebase =
  | { readonly kind: 'none' }
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'conflict'; readonly version: number; readonly problems: readonly FieldProblem[] };

export interface KeptDraft {
  /** Null while the server has not been told of any change. */
  readonly draft: Draft | null;
  readonly rebase: Rebase;
  readonly saving: boolean;
  /** Why the last request failed; the next one brings everything along. */
  readonly failure: unknown;
  keep(items: DraftItems, version: number): void;
  /** Resolves when the draft builds on that version, or cannot. */
  rebaseOn(items: DraftItems, version: number): Promise<void>;
  /** What is under way first. */
  drop(): Promise<void>;
  /** It is no more, because it was published. */
  forget(): void;
}

const notMoved: Rebase = { kind: 'none' };

export function useKeptDraft(client: Client, found: Draft | null): KeptDraft {
  const [draft, setDraft] = useState(found);
  const [rebase, setRebase] = useState(notMoved);
  const [underWay, setUnderWay] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const queue = useRef(Promise.resolve());
  const latest = useRef(found);

  const take = useCallback((next: Draft | null) => {
    latest.current = next;
    setDraft(next);
  }, []);
  const enqueue = useCallback((work: () => Promise<void>): Promise<void> => {
    setUnderWay((count) => count + 1);
    queue.current = queue.current
      .then(work)
      .then(
        () => setFailure(null),
        (error: unknown) => setFailure(error),
      )
      .finally(() => setUnderWay((count) => count - 1));
    return queue.current;
  }, []);
  const acts = useMemo(() => {
    const store = async (items: DraftItems, version: number): Promise<Draft> => {
      const next = await stored(client, latest.current, items, version);
      take(next);
      return next;
    };
    const forget = (): void => {
      take(null);
      setRebase(notMoved);
    };
    return {
      keep: (items: DraftItems, version: number) => void enqueue(async () => void (await store(items, version))),
      rebaseOn: (items: DraftItems, version: number) =>
        enqueue(async () => {
          const { id, base_version: base } = await store(items, version);
          if (base === version) return;
          const moved = await rebased(client, id, version);
          setRebase(moved.rebase);
          if (moved.draft) take(moved.draft);
        }),
      forget,
      async drop() {
        await queue.current;
        if (latest.current) await client.drafts.discard(latest.current.id).catch(unlessGone);
        forget();
      },
    };
  }, [client, enqueue, take]);
  return { draft, rebase, saving: underWay > 0, failure, ...acts };
}

/** Drafts are the workspace's: one may have been published or thrown away by somebody else, and is then begun again. */
async function stored(client: Client, known: Draft | null, items: DraftItems, version: number): Promise<Draft> {
  if (!known) return client.drafts.create(items, version);
  try {
    return await client.drafts.replace(known.id, items);
  } catch (error) {
    if (!hasStatus(error, 404)) throw error;
    return client.drafts.create(items, known.base_version);
  }
}

async function rebased(
  client: Client,
  id: string,
  version: number,
): Promise<{ readonly rebase: Rebase; readonly draft?: Draft }> {
  try {
    return { draft: await client.drafts.rebase(id, version), rebase: { kind: 'done', version } };
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.code !== 'draft_conflict') throw error;
    return { rebase: { kind: 'conflict', version, problems: problem.errors } };
  }
}

function unlessGone(error: unknown): void {
  if (!hasStatus(error, 404)) throw error;
}
