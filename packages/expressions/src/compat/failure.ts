// How a rule of JSONLogic ends without a value. As exceptions, since `try` has to catch them from any depth; ./compat lets none out.

/** What a rule can catch by `try`: `error.type` says which, and `throw` may say more. */
export class RuleError extends Error {
  readonly error: RuleErrorValue;

  constructor(error: RuleErrorValue) {
    super(error.type);
    this.error = error;
  }
}

export interface RuleErrorValue {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** More than a rule may cost. No rule catches it. */
export class LimitError extends Error {}

export function notANumber(): never {
  throw new RuleError({ type: 'NaN' });
}

export function invalidArguments(): never {
  throw new RuleError({ type: 'Invalid Arguments' });
}
