// == != === !== < <= > >=. Of more than two operands each is held against the next, until one pair does not hold.
import { spend, type Budget } from './budget.ts';
import { invalidArguments } from './failure.ts';
import { listed, type Operator, type Operators } from './operator.ts';
import { equals, order } from './values.ts';

export const comparison: Operators = {
  '==': pairs(equals),
  '!=': pairs((left, right) => !equals(left, right)),
  '===': pairs((left, right) => left === right),
  '!==': pairs((left, right) => left !== right),
  '<': pairs((left, right) => order(left, right) < 0),
  '<=': pairs((left, right) => order(left, right) <= 0),
  '>': pairs((left, right) => order(left, right) > 0),
  '>=': pairs((left, right) => order(left, right) >= 0),
};

function pairs(holds: (left: unknown, right: unknown) => boolean): Operator {
  return listed((parts, frame) => {
    const [first, ...others] = parts;
    if (first === undefined || others.length === 0) return invalidArguments();
    let left = first.run(frame);
    for (const part of others) {
      const right = part.run(frame);
      spendOnPair(frame.budget, left, right);
      if (!holds(left, right)) return false;
      left = right;
    }
    return true;
  });
}

/** Of two texts that begin alike, every character is looked at. */
function spendOnPair(budget: Budget, left: unknown, right: unknown): void {
  const isText = typeof left === 'string' && typeof right === 'string';
  spend(budget, 1 + (isText ? Math.min(left.length, right.length) / 100 : 0));
}
