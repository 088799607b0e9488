// Every consumer of the outbox, registered in one place, and the loops that feed them.
import type { Engine } from './engine.ts';
import { startDispatch, type Consumer } from './outbox/dispatch.ts';
import { countEvents } from './rest/metrics.ts';

const consumers: readonly Consumer[] = [
  { name: 'metrics', blindToChanges: true, consume: async (events) => countEvents(events) },
];

/** @returns how to stop them; what is under way is finished first. */
export function startConsumers(engine: Engine): () => Promise<void> {
  return startDispatch(engine, consumers);
}
