// What a rule sees while it runs: json-logic-js hands it to every operator as its data. Frames stand within one another where lists are
// gone through, two for each list: the member, and between it and what is around where in the list it stands.
import type { Budget } from './budget.ts';

export interface Frame {
  readonly data: unknown;
  readonly above: Frame | undefined;
  readonly budget: Budget;
}

/** `between` is what `{"val": [[1], …]}` sees: the index of a member. */
export function within(frame: Frame, data: unknown, between: unknown = null): Frame {
  return { data, above: { data: between, above: frame, budget: frame.budget }, budget: frame.budget };
}

export function levelsUp(frame: Frame, levels: number): Frame | undefined {
  let at: Frame | undefined = frame;
  for (let level = 0; level < levels && at !== undefined; level += 1) at = at.above;
  return at;
}

/** Own members of lists and objects only, so that no path reaches a prototype; undefined where there is none. */
export function memberOf(value: unknown, name: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof name !== 'string' && typeof name !== 'number') return undefined;
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
