// The signs of formulas and how strongly they bind, as in Excel: `^` before `* /` before `+ -` before `&` before comparisons; then
// NOT, AND and OR where they are written as words.
import { findOperator, operatorNames } from '../operators/registry.ts';

export interface Sign {
  readonly op: string;
  readonly strength: number;
  /** `a + b + c` is one operator with three operands. */
  readonly chains: boolean;
}

export const strengths = {
  or: 0,
  and: 1,
  not: 2,
  comparison: 3,
  joining: 4,
  sum: 5,
  product: 6,
  power: 7,
  minus: 8,
  whole: 9,
};

const strengthOf: ReadonlyMap<string, number> = new Map([
  ['^', strengths.power],
  ['*', strengths.product],
  ['/', strengths.product],
  ['+', strengths.sum],
  ['-', strengths.sum],
  ['&', strengths.joining],
  ['=', strengths.comparison],
  ['<>', strengths.comparison],
  ['<', strengths.comparison],
  ['<=', strengths.comparison],
  ['>', strengths.comparison],
  ['>=', strengths.comparison],
]);

export function findSign(sign: string): Sign | undefined {
  return signs.get(sign);
}

/** Undefined where the operator has no sign, or is another spelling of one that has. */
export function signOf(op: string): (Sign & { readonly sign: string }) | undefined {
  const sign = findOperator(op)?.help.sign;
  const known = sign === undefined ? undefined : signs.get(sign);
  return sign === undefined || known?.op !== op ? undefined : { ...known, sign };
}

const signs: ReadonlyMap<string, Sign> = new Map(
  operatorNames()
    .toReversed()
    .flatMap((op) => {
      const { help, signatures = [] } = findOperator(op) ?? {};
      const strength = help?.sign === undefined ? undefined : strengthOf.get(help.sign);
      if (help?.sign === undefined || strength === undefined) return [];
      return [[help.sign, { op, strength, chains: signatures.some(({ takes }) => takes.most > 2) }] as const];
    }),
);
