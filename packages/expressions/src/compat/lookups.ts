// var val exists missing missing_some: what the data holds, by its own members alone.
import { spend } from './budget.ts';
import { invalidArguments } from './failure.ts';
import { levelsUp, memberOf, type Frame } from './frame.ts';
import { spread, type Operators } from './operator.ts';
import { numberOf, textOf } from './values.ts';

export const lookups: Operators = {
  /** A null that is there is no missing value: the second operand stands for what is not there. */
  var: spread(([path, otherwise = null], frame) => {
    const value = byPath(path, frame);
    return value === undefined ? otherwise : value;
  }),
  val: spread((names, frame) => byNames(names, frame) ?? null),
  exists: spread((names, frame) => byNames(names, frame) !== undefined),
  missing: spread((paths, frame) => missing(paths, frame)),
  missing_some: spread(([least, paths], frame) => {
    if (!Array.isArray(paths)) return invalidArguments();
    const absent = missing(paths, frame);
    return paths.length - absent.length >= numberOf(least) ? [] : absent;
  }),
};

/** Names with dots between them; undefined where they lead nowhere, null where they lead to null. */
function byPath(path: unknown, { data, budget }: Frame): unknown {
  if (path === undefined || path === null || path === '') return data;
  const names = textOf(path, budget).split('.');
  spend(budget, names.length);
  return descend(data, names);
}

/** Name by name, dots being characters like others; `[[n], …]` begins n levels up. */
function byNames([first, ...others]: readonly unknown[], frame: Frame): unknown {
  if (!Array.isArray(first)) return descend(frame.data, first === undefined ? others : [first, ...others]);
  const levels = Math.abs(numberOf(first[0]));
  spend(frame.budget, levels);
  return descend(levelsUp(frame, levels)?.data, others);
}

function descend(data: unknown, names: readonly unknown[]): unknown {
  return names.reduce(memberOf, data);
}

/** Of one operand that is a list, its members. */
function missing(operands: readonly unknown[], frame: Frame): readonly unknown[] {
  const paths: readonly unknown[] = Array.isArray(operands[0]) ? operands[0] : operands;
  spend(frame.budget, paths.length);
  return paths.filter((path) => isAbsent(byPath(path, frame)));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
