// Truth, choice and errors. `if`, `and` and `or` are json-logic-js's own, which gives back the operand that decided.
import { assertValue, type Budget } from './budget.ts';
import { invalidArguments, RuleError } from './failure.ts';
import { within, type Frame } from './frame.ts';
import { alone, spread, type Operators, type Part } from './operator.ts';
import { isTrue, textOf } from './values.ts';

export const control: Operators = {
  if: { kind: 'native' },
  '?:': { kind: 'native' },
  and: { kind: 'native', empty: false },
  or: { kind: 'native', empty: false },
  '!': alone(([value]) => !isTrue(value)),
  '!!': alone(([value]) => isTrue(value)),
  '??': spread((values) => values.find((value) => value !== null && value !== undefined) ?? null),
  throw: alone(([value], { budget }) => {
    throw errorOf(value, budget);
  }),
  try: { kind: 'lazy', operands: 'any', evaluate: firstWithout },
  preserve: { kind: 'verbatim' },
  /** json-logic-js prints it to the console of whoever evaluates. */
  log: alone(([value]) => value ?? null),
};

/** Each attempt after the first has the error of the one before as its data. */
function firstWithout(attempts: readonly Part[], frame: Frame): unknown {
  let failed: RuleError | undefined;
  for (const attempt of attempts) {
    try {
      return attempt.run(failed === undefined ? frame : within(frame, failed.error));
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      failed = error;
    }
  }
  if (failed === undefined) return invalidArguments();
  throw failed;
}

/** An object that says its type is the error; anything else is its type. */
function errorOf(thrown: unknown, budget: Budget): RuleError {
  if (typeof thrown === 'object' && thrown !== null && Object.hasOwn(thrown, 'type') && 'type' in thrown) {
    assertValue(thrown, budget);
    if (typeof thrown.type === 'string') return new RuleError({ ...thrown, type: thrown.type });
  }
  return new RuleError({ type: textOf(thrown, budget) });
}
