// What the parts of one form share: its definition and its store.
import { createContext, use, useSyncExternalStore } from 'react';
import type { FormDefinition } from './form-definition.ts';
import type { FieldState, FormStore } from './form-store.ts';

export interface FormScope {
  readonly definition: FormDefinition;
  readonly store: FormStore;
  /** Starts the ids of this form's inputs, so that two forms on a page do not share any. */
  readonly idPrefix: string;
}

export const FormContext = createContext<FormScope | null>(null);

export function useFormScope(): FormScope {
  const scope = use(FormContext);
  if (!scope) throw new Error('FormContext is missing above this field');
  return scope;
}

export function useFieldState(name: string): FieldState {
  const { store } = useFormScope();
  return useSyncExternalStore(store.subscribe, () => store.field(name));
}

/** The ids of a field's input and of the texts that describe it. */
export function idsOf(
  prefix: string,
  name: string,
): { readonly input: string; readonly help: string; readonly errors: string } {
  const input = `${prefix}_${name}`;
  return { input, help: `${input}_help`, errors: `${input}_errors` };
}
