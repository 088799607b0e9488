// cat substr in. Characters are code points, as in the strict language.
import { spend, spendOnSearch, spendOnText } from './budget.ts';
import { spread, type Operators } from './operator.ts';
import { numberOf, textOf } from './values.ts';

export const text: Operators = {
  cat: spread((values, { budget }) => {
    const joined = values.map((value) => textOf(value, budget)).join('');
    spendOnText(budget, joined.length);
    return joined;
  }),
  /** From the end where `start` is negative; without so many at the end where `length` is. */
  substr: spread(([whole, start, length], { budget }) => {
    const characters = Array.from(textOf(whole, budget));
    spend(budget, characters.length / 10);
    const rest = characters.slice(Math.trunc(numberOf(start)));
    return (length === undefined || length === null ? rest : rest.slice(0, Math.trunc(numberOf(length)))).join('');
  }),
  in: spread(([sought, among], { budget }) => {
    if (Array.isArray(among)) {
      spend(budget, among.length * (typeof sought === 'string' ? 1 + sought.length / 100 : 1));
      return among.includes(sought);
    }
    if (typeof among !== 'string' || sought === undefined) return false;
    const wanted = textOf(sought, budget);
    spendOnSearch(budget, wanted, among);
    return among.includes(wanted);
  }),
};
