// What is typed but not yet part of the record. Text inputs keep their own text while somebody types, so that a key costs no
// more than the input itself; Save asks for everything that is still pending.
import { createContext, use, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

export interface PendingEdits {
  add(flush: () => void): () => void;
  flush(): void;
}

export function createPendingEdits(): PendingEdits {
  const all = new Set<() => void>();
  return {
    add(flush) {
      all.add(flush);
      return () => all.delete(flush);
    },
    flush() {
      for (const flush of all) flush();
    },
  };
}

export const PendingEditsContext = createContext<PendingEdits | null>(null);

const restMilliseconds = 250;

export interface Draft {
  readonly text: string;
  /** Null while nobody types. */
  readonly typed: string | null;
  type(text: string): void;
  /** Hands the text over now, as on blur. */
  commit(): void;
  /** Forgets what was typed. */
  drop(): void;
}

/** The text of an input that is handed to `onCommit` when typing rests, on blur and before a save. */
export function useDraft(committed: string, onCommit: (text: string) => void): Draft {
  const pending = use(PendingEditsContext);
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hand = useEffectEvent((text: string) => {
    if (text !== committed) onCommit(text);
  });
  const commit = useCallback(() => {
    clearTimeout(timer.current);
    if (latest.current === null) return;
    const text = latest.current;
    latest.current = null;
    hand(text);
  }, []);
  useEffect(() => {
    const forget = pending?.add(commit);
    return () => {
      forget?.();
      commit();
    };
  }, [pending, commit]);

  return {
    text: typed ?? committed,
    typed,
    type(text) {
      latest.current = text;
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, restMilliseconds);
    },
    commit() {
      commit();
      setTyped(null);
    },
    drop() {
      clearTimeout(timer.current);
      latest.current = null;
      setTyped(null);
    },
  };
}
