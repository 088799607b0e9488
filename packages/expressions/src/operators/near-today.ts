// Whether a date is reckoned from the clock by steps written out, as filters do it ("last month"): then it cannot leave the
// calendar, needs no guard, and its SQL stays plain enough for the planner to know its value.
import type { TypedExpression } from '../typed.ts';
import { unitLimits } from '../values/dates.ts';
import { clockLimits } from '../values/elapsed.ts';

/** No clock is set to within so many years of either end of the calendar. */
const farthest = 900;

/** Of the operands of a calendar operator: a date, and for `date_add` an amount and a unit. */
export function isNearToday(operands: readonly TypedExpression[]): boolean {
  return reach(operands) <= farthest;
}

/** How many years away from today it may lead. */
function reach([start, amount, unit]: readonly TypedExpression[]): number {
  const step = amount?.type === 'number' ? yearsIn(amount, unit) : 1;
  if (start?.kind === 'var') return start.path[0] === '$today' || start.path[0] === '$now' ? step : Infinity;
  const isCalendar = start?.kind === 'call' && calendarOperators.has(start.signature.name);
  return isCalendar ? reach(start.args) + step : Infinity;
}

const calendarOperators: ReadonlySet<string> = new Set([
  'start_of_day',
  'day_of',
  'start_of_date',
  'start_of_datetime',
  'end_of_date',
  'end_of_datetime',
  'add_to_date',
  'add_to_datetime',
  'add_elapsed',
]);

function yearsIn(amount: TypedExpression | undefined, unit: TypedExpression | undefined): number {
  const limit = unit?.kind === 'literal' ? limits.get(unit.value) : undefined;
  const isWhole = amount?.kind === 'literal' && Number.isInteger(amount.value);
  return isWhole && limit !== undefined ? (Math.abs(Number(amount.value)) / limit) * unitLimits.year : Infinity;
}

/** By unit, how many of it are four thousand years. */
const limits: ReadonlyMap<unknown, number> = new Map(Object.entries({ ...unitLimits, ...clockLimits }));
