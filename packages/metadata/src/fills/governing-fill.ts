// Which fill has its way with a field. The first whose condition holds governs it, and the others have no say; that one fills the
// field in if it may, and if something has changed that could have changed what it gives.
import type { Overwrite } from '../kinds.ts';

export interface GovernedBy {
  readonly overwrite: Overwrite;
  /** Fields of the record. */
  readonly conditionReads: Iterable<string>;
  readonly valueReads: Iterable<string>;
}

export interface FieldBefore {
  /** Fields that the write changes; null: all of them, because the record is new. */
  readonly touched: ReadonlySet<string> | null;
  /** The write itself says what is to stand here; or something is stored here. */
  readonly taken: 'said' | 'stored' | null;
}

export function governingFill<Fill extends GovernedBy>(
  fills: readonly Fill[],
  holds: (fill: Fill) => boolean,
  { touched, taken }: FieldBefore,
): Fill | undefined {
  const mayFill = ({ overwrite }: Fill): boolean => taken === null || overwrite === true || overwrite === taken;
  if (!fills.some(mayFill)) return undefined;
  if (touched && !fills.some((fill) => isAny(fill.conditionReads, touched) || isAny(fill.valueReads, touched)))
    return undefined;
  const index = fills.findIndex(holds);
  const fill = fills[index];
  if (!fill || !mayFill(fill)) return undefined;
  const asked = fills.slice(0, index + 1);
  const isMoved =
    touched === null ||
    isAny(fill.valueReads, touched) ||
    asked.some(({ conditionReads }) => isAny(conditionReads, touched));
  return isMoved ? fill : undefined;
}

function isAny(names: Iterable<string>, among: ReadonlySet<string>): boolean {
  for (const name of names) if (among.has(name)) return true;
  return false;
}
