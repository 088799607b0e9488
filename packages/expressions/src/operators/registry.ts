// Every operator that an expression may use, by the name that JSONLogic writes. What is not here is refused.
import type { Each } from '../each.ts';
import type { Operator, Signature } from '../typed.ts';
import { add, divide, multiply, remainder, subtract } from './arithmetic.ts';
import { average } from './average.ts';
import { isBlank } from './blank.ts';
import { caseOf } from './case.ts';
import { equal, greater, greaterOrEqual, less, lessOrEqual, unequal } from './comparison.ts';
import { conversions } from './conversions.ts';
import { dateAdd } from './date-add.ts';
import { dateDiff } from './date-diff.ts';
import { formatDate } from './date-format.ts';
import { date, dateOf, datetime, timeOf } from './date-making.ts';
import { day, hour, minute, month, quarter, second, week, weekday, year } from './date-parts.ts';
import { endOf, startOf } from './date-periods.ts';
import { all, count, none, some } from './each-conditions.ts';
import { filter, map, reduce } from './each-lists.ts';
import { maximum, minimum, sum } from './each-values.ts';
import { max, min } from './extremes.ts';
import { log, merge } from './json-logic.ts';
import { missing, missingSome } from './json-logic-missing.ts';
import { hasAll, hasAny, isIn } from './lists.ts';
import { and, choose, coalesce, not, or, truth } from './logic.ts';
import { abs, sign } from './magnitude.ts';
import { amountInWords, converted } from './money.ts';
import { power, sqrt } from './powers.ts';
import { ceil, floor, round, roundHalfEven, trunc } from './rounding.ts';
import { repeat, replace } from './text-changes.ts';
import { formatted, toNumber, toText } from './text-numbers.ts';
import { left, mid, right } from './text-parts.ts';
import { matches, replaceMatches } from './text-patterns.ts';
import { contains, endsWith, position, startsWith } from './text-search.ts';
import { cat, length, lower, substr, trim, upper } from './text.ts';
import { addedWorkingDays, onWorkingDay, workingDays } from './working-days.ts';

/** The strict comparisons are the same ones: types are checked before anything runs. */
const operators: ReadonlyMap<string, Operator> = new Map([
  ['==', equal],
  ['===', equal],
  ['!=', unequal],
  ['!==', unequal],
  ['<', less],
  ['<=', lessOrEqual],
  ['>', greater],
  ['>=', greaterOrEqual],
  ['!', not],
  ['!!', truth],
  ['and', and],
  ['or', or],
  ['if', choose],
  ['?:', choose],
  ['case', caseOf],
  ['coalesce', coalesce],
  ['is_blank', isBlank],
  ['in', isIn],
  ['has_any', hasAny],
  ['has_all', hasAll],
  ['all', all],
  ['some', some],
  ['any', some],
  ['none', none],
  ['count', count],
  ['sum', sum],
  ['minimum', minimum],
  ['maximum', maximum],
  ['map', map],
  ['filter', filter],
  ['reduce', reduce],
  ['merge', merge],
  ['missing', missing],
  ['missing_some', missingSome],
  ['log', log],
  ['+', add],
  ['-', subtract],
  ['*', multiply],
  ['/', divide],
  ['%', remainder],
  ['min', min],
  ['max', max],
  ['average', average],
  ['round', round],
  ['round_half_even', roundHalfEven],
  ['floor', floor],
  ['ceil', ceil],
  ['trunc', trunc],
  ['abs', abs],
  ['sign', sign],
  ['power', power],
  ['sqrt', sqrt],
  ['cat', cat],
  ['substr', substr],
  ['lower', lower],
  ['upper', upper],
  ['trim', trim],
  ['length', length],
  ['contains', contains],
  ['starts_with', startsWith],
  ['ends_with', endsWith],
  ['position', position],
  ['matches', matches],
  ['replace_matches', replaceMatches],
  ['left', left],
  ['right', right],
  ['mid', mid],
  ['replace', replace],
  ['repeat', repeat],
  ['to_number', toNumber],
  ['to_text', toText],
  ['format_number', formatted],
  ['date_add', dateAdd],
  ['date_diff', dateDiff],
  ['start_of', startOf],
  ['end_of', endOf],
  ['year', year],
  ['quarter', quarter],
  ['month', month],
  ['week', week],
  ['day', day],
  ['weekday', weekday],
  ['hour', hour],
  ['minute', minute],
  ['second', second],
  ['date', date],
  ['datetime', datetime],
  ['date_of', dateOf],
  ['time_of', timeOf],
  ['format_date', formatDate],
  ['working_days', workingDays],
  ['add_working_days', addedWorkingDays],
  ['is_working_day', onWorkingDay],
  ['convert', converted],
  ['amount_in_words', amountInWords],
]);

export function findOperator(name: string): Operator | undefined {
  return operators.get(name);
}

export function operatorNames(): readonly string[] {
  return [...operators.keys()];
}

/** Each once, whatever it may be called. */
export function allOperators(): readonly Operator[] {
  return [...new Set(operators.values())];
}

/** Those of all operators and conversions, each once. */
export function allSignatures(): readonly Signature[] {
  return [...allOperators().flatMap((operator) => operator.signatures), ...conversions];
}

/** What operators do that go through rows or lists; `reduce` aside, which does it in a way of its own. */
export function allEach(): readonly Each[] {
  return allOperators().flatMap(({ each }) => (each === undefined || each === 'fold' ? [] : [each]));
}
