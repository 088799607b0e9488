// Light or dark: what the user chose (kept in this browser), and what follows from it while the choice is `system`.
// The store is read by React through useSyncExternalStore; the variables are written on the root, so that portals inherit them.
import { palettes, variablesOf, type Mode } from './palette.ts';

export type Choice = Mode | 'system';

const storageKey = 'trellis.theme';

export interface Appearance {
  choice(): Choice;
  mode(): Mode;
  choose(choice: Choice): void;
  subscribe(listener: () => void): () => void;
}

export function createAppearance(root: HTMLElement, storage: Storage): Appearance {
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
  const listeners = new Set<() => void>();
  let choice = readChoice(storage.getItem(storageKey));

  const mode = (): Mode => (choice === 'system' ? (systemDark.matches ? 'dark' : 'light') : choice);
  const apply = (): void => {
    root.dataset['theme'] = mode();
    root.style.colorScheme = mode();
    for (const [name, value] of variablesOf(palettes[mode()])) root.style.setProperty(name, value);
    for (const listener of listeners) listener();
  };
  systemDark.addEventListener('change', apply);
  apply();

  return {
    choice: () => choice,
    mode,
    choose(next) {
      choice = next;
      storage.setItem(storageKey, next);
      apply();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readChoice(text: string | null): Choice {
  return text === 'light' || text === 'dark' ? text : 'system';
}
