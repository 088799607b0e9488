// Keeps what a user has made of a view's columns, in this browser, by user and view.
import { useCallback, useState } from 'react';
import type { ColumnChoice } from './columns.ts';

export function useColumnChoices(
  user: string,
  view: string,
): [choices: readonly ColumnChoice[] | undefined, keep: (choices: readonly ColumnChoice[] | undefined) => void] {
  const key = `trellis.columns.${user}.${view}`;
  const [kept, setKept] = useState(() => ({ key, choices: read(key) }));
  if (kept.key !== key) setKept({ key, choices: read(key) });
  const keep = useCallback(
    (choices: readonly ColumnChoice[] | undefined) => {
      setKept({ key, choices });
      if (choices) window.localStorage.setItem(key, JSON.stringify(choices));
      else window.localStorage.removeItem(key);
    },
    [key],
  );
  return [kept.key === key ? kept.choices : read(key), keep];
}

function read(key: string): readonly ColumnChoice[] | undefined {
  try {
    const choices: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null');
    return Array.isArray(choices) ? choices.filter(isChoice) : undefined;
  } catch {
    return undefined;
  }
}

function isChoice(value: unknown): value is ColumnChoice {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}
