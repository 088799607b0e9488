// Decides conditions on records in the browser. That needs the expression language and every field type, which a list does not
// wait for: they are loaded once somebody wants them.
import { useSyncExternalStore } from 'react';
import type { Metadata } from '@trellis/client/metadata';
import type { Me } from '@trellis/client/wire';
import type { ConditionMatcher } from '../rights.ts';

type Conditions = typeof import('./rights-matcher.ts');

/** `undefined` until it is there; `wanted` starts loading. */
export function useConditionMatcher(metadata: Metadata, me: Me, wanted: boolean): ConditionMatcher | undefined {
  const conditions = useSyncExternalStore(subscribe, () => state.conditions);
  if (wanted && !conditions) void load();
  return wanted && conditions ? matcherOf(conditions, metadata, me) : undefined;
}

const state: { conditions?: Conditions; loading?: Promise<void> } = {};
const listeners = new Set<() => void>();
/** One for a model: it keeps what it has compiled. */
const matchers = new WeakMap<Metadata, { readonly me: Me; readonly matches: ConditionMatcher }>();

function load(): Promise<void> {
  state.loading ??= import('./rights-matcher.ts').then((conditions) => {
    state.conditions = conditions;
    for (const listener of listeners) listener();
  });
  return state.loading;
}

function matcherOf({ createRightsMatcher }: Conditions, metadata: Metadata, me: Me): ConditionMatcher {
  const known = matchers.get(metadata);
  if (known?.me === me) return known.matches;
  const matches = createRightsMatcher(metadata, me);
  matchers.set(metadata, { me, matches });
  return matches;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
