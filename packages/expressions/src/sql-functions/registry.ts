// The functions that expressions call in SQL, in an order in which they can be made.
import { addWorkingDaysFunction } from './add-working-days.ts';
import { amountInWordsFunction } from './amount-in-words.ts';
import { convertAmountFunction } from './convert-amount.ts';
import { formatNumberFunction } from './format-number.ts';
import { makeDateFunction } from './make-date.ts';
import { monthsBetweenFunction } from './months-between.ts';
import { powerFunction } from './power.ts';
import { repeatTextFunction } from './repeat-text.ts';
import { replaceMatchesFunction } from './replace-matches.ts';
import { replaceTextFunction } from './replace-text.ts';
import { roundHalfEvenFunction } from './round-half-even.ts';
import { squareRootFunction } from './square-root.ts';
import type { SqlFunction } from './sql-function.ts';
import { textPositionFunction } from './text-position.ts';
import { toNumberFunction } from './to-number.ts';
import { workedDaysFunction } from './worked-days.ts';

export const sqlFunctions: readonly SqlFunction[] = [
  powerFunction,
  squareRootFunction,
  roundHalfEvenFunction,
  textPositionFunction,
  replaceTextFunction,
  replaceMatchesFunction,
  repeatTextFunction,
  toNumberFunction,
  formatNumberFunction,
  makeDateFunction,
  monthsBetweenFunction,
  workedDaysFunction,
  addWorkingDaysFunction,
  convertAmountFunction,
  amountInWordsFunction,
];
