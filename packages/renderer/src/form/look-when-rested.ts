// Looks at a form at once, and again whenever its values have rested for a moment after a change.
import type { FormStore } from './form-store.ts';

const restMilliseconds = 60;

/**
 * @param look may ask for another look, though nothing changes.
 * @returns what ends it.
 */
export function lookWhenRested(store: Pick<FormStore, 'subscribe'>, look: (again: () => void) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => look(again), restMilliseconds);
  };
  look(again);
  const forget = store.subscribe(again);
  return () => {
    forget();
    clearTimeout(timer);
  };
}
