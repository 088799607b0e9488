// Holds the draft in hand: kept on the server, so that it survives the page; every step can be undone with Ctrl Z.
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Client } from '@trellis/client/client';
import type { Metadata } from '@trellis/client/metadata';
import { useKeys } from '@trellis/ui/keys';
import { drafted, type DraftItems } from './draft.ts';

export interface DraftInHand {
  readonly items: DraftItems;
  /** The model as it will be. */
  readonly model: Metadata;
  readonly published: Metadata;
  /** Undefined while the server has not been told of any change. */
  readonly id: string | undefined;
  readonly saving: boolean;
  readonly canUndo: boolean;
  change(next: (items: DraftItems) => DraftItems): void;
  undo(): void;
  discard(): Promise<void>;
  /** After it was published. */
  close(): Promise<void>;
}

const DraftContext = createContext<DraftInHand | null>(null);

export function useDraftInHand(): DraftInHand {
  const draft = use(DraftContext);
  if (!draft) throw new Error('DraftProvider is missing above this page');
  return draft;
}

interface DraftProviderProps {
  readonly published: Metadata;
  readonly client: Client;
  onPublished(): void;
  readonly children: ReactNode;
}

interface Steps {
  readonly items: DraftItems;
  readonly past: readonly DraftItems[];
}

const none: Steps = { items: [], past: [] };

export function DraftProvider({ published, client, onPublished, children }: DraftProviderProps): ReactNode {
  const queries = useQueryClient();
  const stored = useQuery({ queryKey: ['drafts'], queryFn: () => client.drafts.list(), staleTime: Infinity });
  const [steps, setSteps] = useState<Steps | null>(null);
  const [id, setId] = useState<string>();
  const [saving, setSaving] = useState(false);
  const queue = useRef(Promise.resolve());
  const latest = useRef<{ readonly id: string | undefined }>({ id: undefined });

  const found = stored.data?.[0];
  useEffect(() => {
    if (!stored.data || steps) return;
    latest.current = { id: found?.id };
    setId(found?.id);
    setSteps({ items: found?.items ?? [], past: [] });
  }, [stored.data, found, steps]);

  const store = useCallback(
    (items: DraftItems) => {
      setSaving(true);
      queue.current = queue.current
        .then(async () => {
          const known = latest.current.id;
          const draft =
            known === undefined ? await client.drafts.create(items) : await client.drafts.replace(known, items);
          latest.current = { id: draft.id };
          setId(draft.id);
        })
        .finally(() => setSaving(false));
    },
    [client],
  );
  const { items, past } = steps ?? none;
  const go = useCallback(
    (next: Steps) => {
      setSteps(next);
      store(next.items);
    },
    [store],
  );
  const value = useMemo((): DraftInHand => {
    const undo = (): void => {
      const before = past.at(-1);
      if (before) go({ items: before, past: past.slice(0, -1) });
    };
    const close = async (): Promise<void> => {
      latest.current = { id: undefined };
      setId(undefined);
      setSteps(none);
      queries.removeQueries({ queryKey: ['plan'] });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'plan' });
      onPublished();
    };
    return {
      items,
      id,
      saving,
      published,
      model: drafted(published, items),
      canUndo: past.length > 0,
      change: (next) => go({ items: next(items), past: [...past, items] }),
      undo,
      close,
      async discard() {
        await queue.current;
        if (latest.current.id !== undefined) await client.drafts.discard(latest.current.id);
        await close();
      },
    };
  }, [items, past, id, saving, published, client, queries, go, onPublished]);
  useKeys({ 'mod+z': () => value.undo() }, value.canUndo);

  return <DraftContext value={value}>{children}</DraftContext>;
}
