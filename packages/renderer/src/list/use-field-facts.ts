// What lists ask of field types, loaded only when somebody is about to need it: the types are a third of a list's script.
import { useSyncExternalStore } from 'react';

type FieldFacts = typeof import('./field-facts.ts');

/** `undefined` until it is there; `wanted` starts loading. */
export function useFieldFacts(wanted: boolean): FieldFacts | undefined {
  const facts = useSyncExternalStore(subscribe, () => state.facts);
  if (wanted && !facts) void loadFieldFacts();
  return facts;
}

export function loadFieldFacts(): Promise<FieldFacts> {
  state.loading ??= import('./field-facts.ts').then((facts) => {
    state.facts = facts;
    for (const listener of listeners) listener();
    return facts;
  });
  return state.loading;
}

const state: { facts?: FieldFacts; loading?: Promise<FieldFacts> } = {};
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
