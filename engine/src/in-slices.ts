// Long work that lets other requests through.
import { setImmediate as turn } from 'node:timers/promises';
import type { Steps } from '@trellis/metadata/steps';

const sliceMs = 12;

/** Lets the event loop turn whenever a slice of time is used up. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + sliceMs;
  }
}
