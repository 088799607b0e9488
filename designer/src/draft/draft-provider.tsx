// Holds the draft in hand: every step can be undone with Ctrl Z, and it follows the model when somebody else publishes.
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Client } from '@trellis/client/client';
import type { Metadata } from '@trellis/client/metadata';
import type { Draft } from '@trellis/client/wire';
import { Failure } from '@trellis/ui/failure';
import { useKeys } from '@trellis/ui/keys';
import { Skeleton } from '@trellis/ui/skeleton';
import { metadataQuery } from '../app/session.ts';
import { drafted, type DraftItems } from './draft.ts';
import { useKeptDraft, type Rebase } from './use-kept-draft.ts';

export interface DraftInHand {
  readonly items: DraftItems;
  /** The model as it will be. */
  readonly model: Metadata;
  readonly published: Metadata;
  /** As the server knows it; null while it has not been told of any change. */
  readonly kept: Draft | null;
  readonly rebase: Rebase;
  readonly saving: boolean;
  /** Why the server could not be told of the last change. */
  readonly failure: unknown;
  readonly canUndo: boolean;
  change(next: (items: DraftItems) => DraftItems): void;
  undo(): void;
  discard(): Promise<void>;
  /** Reads what is published now, and takes the draft over to it. */
  catchUp(): Promise<void>;
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

/** Takes up the draft that was changed last. */
export function DraftProvider(props: DraftProviderProps): ReactNode {
  const { client } = props;
  const { data, error, refetch } = useQuery({
    queryKey: ['drafts'],
    queryFn: () => client.drafts.list(),
    staleTime: Infinity,
  });
  if (data) return <DraftInHandProvider {...props} found={data[0] ?? null} />;
  return error ? <Failure error={error} retry={() => void refetch()} /> : <Skeleton lines={8} gap={18} />;
}

interface Steps {
  readonly items: DraftItems;
  readonly past: readonly DraftItems[];
}

function DraftInHandProvider({
  published,
  client,
  onPublished,
  found,
  children,
}: DraftProviderProps & { readonly found: Draft | null }): ReactNode {
  const queries = useQueryClient();
  const { draft, rebase, saving, failure, keep, rebaseOn, drop, forget } = useKeptDraft(client, found);
  const [{ items, past }, setSteps] = useState<Steps>({ items: found?.items ?? [], past: [] });
  const { version } = published;
  const base = draft?.base_version;
  useEffect(() => {
    if (base !== undefined && base !== version) void rebaseOn(items, version);
  }, [base, version, items, rebaseOn]);

  const go = useCallback(
    (next: Steps) => {
      setSteps(next);
      keep(next.items, version);
    },
    [keep, version],
  );
  const value = useMemo((): DraftInHand => {
    const undo = (): void => {
      const before = past.at(-1);
      if (before) go({ items: before, past: past.slice(0, -1) });
    };
    const close = async (): Promise<void> => {
      forget();
      setSteps({ items: [], past: [] });
      queries.removeQueries({ queryKey: ['plan'] });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'plan' });
      onPublished();
    };
    return {
      items,
      kept: draft,
      rebase,
      saving,
      failure,
      published,
      model: drafted(published, items),
      canUndo: past.length > 0,
      change: (next) => go({ items: next(items), past: [...past, items] }),
      undo,
      close,
      async discard() {
        await drop();
        await close();
      },
      async catchUp() {
        const now = await queries.fetchQuery({ ...metadataQuery(client), staleTime: 0 });
        await rebaseOn(items, now.version);
      },
    };
  }, [
    items,
    past,
    draft,
    rebase,
    saving,
    failure,
    published,
    client,
    queries,
    go,
    rebaseOn,
    drop,
    forget,
    onPublished,
  ]);
  useKeys({ 'mod+z': () => value.undo() }, value.canUndo);

  return <DraftContext value={value}>{children}</DraftContext>;
}
