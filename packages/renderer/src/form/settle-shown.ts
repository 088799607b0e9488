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

export function settleShown(logic: FormLogic, { given, typed, ...incoming }: Typed): Shown {
  const { settler, rules } = logic;
  const waiting = new Set<string>();
  const cleared = new Set<string>();
  for (;;) {
    const active = Object.entries(typed).filter(([name]) => !waiting.has(name));
    const said = withRows(logic, { ...given, ...Object.fromEntries(active) }, incoming);
    const settled = settler.settle({ ...incoming, said });
    const ruled = rules(settled.at.context);
    for (const name of settled.cleared) cleared.add(name);
    const hidden = active.filter(([name]) => ruled.fields.get(name)?.visible === false);
    if (hidden.length === 0) return { settled, ruled, cleared };
    for (const [name] of hidden) waiting.add(name);
  }
}

/** Rows as they come to be, of what was typed in them. */
function withRows({ rows }: FormLogic, said: RecordData, { old, related }: Omit<Incoming, 'said'>): RecordData {
  const tables = [...rows].filter(([name]) => Object.hasOwn(said, name));
  const shown = tables.map(([name, table]) => [
    name,
    table.shown(said[name], old?.[name], relatedOfRows(name, related)),
  ]);
  return { ...said, ...Object.fromEntries(shown) };
}

/** What is read behind the look-ups of rows is kept by the path that leads there from the record. */
export function relatedOfRows(table: string, related: Incoming['related']): Incoming['related'] {
  return (lookup, id) => related(`${table}.${lookup}`, id);
}
