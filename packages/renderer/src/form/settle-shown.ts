// What a record comes to when only what is shown counts: what was typed into a field that is hidden by now waits in the form, and is
// neither reckoned with nor written. Hiding one may hide another; each round leaves out at least one more, so it ends.
import type { RecordData } from '../model.ts';
import type { FormLogic } from '../settling/form-logic.ts';
import type { Incoming } from '../settling/at-hand.ts';
import type { Settled } from '../settling/settler.ts';
import type { Ruled } from './form-rules.ts';

export interface Shown {
  readonly settled: Settled;
  readonly ruled: Ruled;
  /** Fields that are blanked because they are hidden. */
  readonly cleared: ReadonlySet<string>;
}

export interface Typed extends Omit<Incoming, 'said'> {
  readonly given: RecordData;
  readonly typed: RecordData;
}

export function settleShown({ settler, rules }: FormLogic, { given, typed, ...incoming }: Typed): Shown {
  const waiting = new Set<string>();
  const cleared = new Set<string>();
  for (;;) {
    const active = Object.entries(typed).filter(([name]) => !waiting.has(name));
    const settled = settler.settle({ ...incoming, said: { ...given, ...Object.fromEntries(active) } });
    const ruled = rules(settled.at.context);
    for (const name of settled.cleared) cleared.add(name);
    const hidden = active.filter(([name]) => ruled.fields.get(name)?.visible === false);
    if (hidden.length === 0) return { settled, ruled, cleared };
    for (const [name] of hidden) waiting.add(name);
  }
}
