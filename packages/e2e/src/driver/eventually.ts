// Screens take their time; an expectation of them holds when it is met soon.
import { expect } from 'vitest';

/** How long anything on a screen may take, on a machine that has much else to do. */
export const patience = 20_000;

export const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: patience, interval: 100 });
