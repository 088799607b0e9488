// Keeps a form's changes in this browser while it is filled in, and offers those of an earlier time.
import { useCallback, useEffect, useState } from 'react';
import { dropDraft, readDraft, writeDraft, type DraftPlace, type StoredDraft } from './draft-storage.ts';
import type { FormStore } from './form-store.ts';

const restMilliseconds = 400;

export interface DraftKeeping {
  readonly found: StoredDraft | null;
  restore(): void;
  discard(): void;
  /** After a save, or when the changes were given up. */
  forget(): void;
}

export function useDraftKeeping(store: FormStore, place: DraftPlace): DraftKeeping {
  const { user, entity, id } = place;
  const [found, setFound] = useState(() => readDraft(place));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      timer = undefined;
      writeDraft({ user, entity, id }, store.changes(), new Date());
    };
    const keep = (): void => {
      clearTimeout(timer);
      timer = setTimeout(write, restMilliseconds);
    };
    const forgetStore = store.subscribe(keep);
    return () => {
      forgetStore();
      if (timer === undefined) return;
      // The form may be taken away in the midst of typing, as when the session ends.
      clearTimeout(timer);
      write();
    };
  }, [store, user, entity, id]);

  const forget = useCallback(() => {
    dropDraft({ user, entity, id });
    setFound(null);
  }, [user, entity, id]);
  const restore = (): void => {
    for (const [name, value] of Object.entries(found?.changes ?? {})) store.set(name, value);
    setFound(null);
  };
  return { found, restore, discard: forget, forget };
}
