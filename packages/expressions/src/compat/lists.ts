// map filter reduce all some none merge: what is done with each member of a list.
import { spend } from './budget.ts';
import { invalidArguments } from './failure.ts';
import { within, type Frame } from './frame.ts';
import { alone, listed, type Operator, type Operators, type Part } from './operator.ts';
import { isTrue } from './values.ts';

export const lists: Operators = {
  map: listed((parts, frame) => members(parts, frame).map(({ run }) => run() ?? null)),
  filter: listed((parts, frame) =>
    members(parts, frame)
      .filter(({ run }) => isTrue(run()))
      .map(({ member }) => member),
  ),
  reduce: listed(reduced),
  all: condition((found) => found.length > 0 && found.every(({ run }) => isTrue(run()))),
  some: condition((found) => found.some(({ run }) => isTrue(run()))),
  none: condition((found) => !found.some(({ run }) => isTrue(run()))),
  merge: alone((values, { budget }) => {
    for (const value of values) spend(budget, Array.isArray(value) ? value.length : 1);
    return values.flat(1);
  }),
};

interface Member {
  readonly member: unknown;
  /** What is asked of it. */
  run(): unknown;
}

/** What is no list has no members, as json-logic-js has it; where null is written in place of list or question, something is missing. */
function members([list, asked]: readonly Part[], frame: Frame): readonly Member[] {
  if (list === undefined || list.isNull || asked === undefined || asked.isNull) return invalidArguments();
  const found = list.run(frame);
  return Array.isArray(found) ? found.map(memberIn(frame, asked)) : [];
}

/** Nothing is asked of what is no list. */
function condition(holds: (found: readonly Member[]) => boolean): Operator {
  return listed(([list, asked], frame) => {
    const found = list?.run(frame);
    return asked !== undefined && Array.isArray(found) ? holds(found.map(memberIn(frame, asked))) : invalidArguments();
  });
}

function memberIn(frame: Frame, asked: Part): (member: unknown, index: number) => Member {
  return (member, index) => {
    spend(frame.budget, 1);
    return {
      member,
      run: () => {
        spend(frame.budget, asked.size);
        return asked.run(within(frame, member, { index }));
      },
    };
  };
}

function reduced([list, step, initial]: readonly Part[], frame: Frame): unknown {
  if (list === undefined || step === undefined) return invalidArguments();
  const found = list.run(frame);
  const start = initial?.run(frame) ?? null;
  if (!Array.isArray(found)) return start;
  return found.reduce((accumulator: unknown, current: unknown, index) => {
    spend(frame.budget, step.size);
    return step.run(within(frame, { current, accumulator }, { index })) ?? null;
  }, start);
}
