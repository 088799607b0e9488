// Where a row that a form shows comes from: what was typed in it, and all that it came to. A shown row carries that along, and so does
// the changed one that a widget makes by spreading it; JSON and whoever lists its fields do not see it.
import { isBlank } from '../form/same-value.ts';
import type { RecordData } from '../model.ts';

const origin = Symbol('origin');

export interface RowOrigin {
  /** What was typed; of a stored row its id too. */
  readonly said: RecordData;
  readonly values: RecordData;
  /** As expressions over the rows see it; what the server may come to otherwise is not in it. */
  readonly seen: RecordData;
}

export function shownRow(from: RowOrigin): RecordData {
  return { ...from.values, [origin]: from };
}

/** Undefined: a stored row in which nothing was typed, or one that was given from outside. */
export function originOf(row: RecordData): RowOrigin | undefined {
  return (row as { readonly [origin]?: RowOrigin })[origin];
}

/** A row that is about to be made, and in which nobody has typed: what stands there came by itself. */
export function isUntouched(row: RecordData): boolean {
  return row['id'] === undefined && Object.values(originOf(row)?.said ?? row).every(isBlank);
}
