// Random expressions that give dates, datetimes and times, and those that reckon with them.
import fc, { type Arbitrary } from 'fast-check';
import { periods, units } from '../values/dates.ts';
import { clockUnits } from '../values/elapsed.ts';
import { calendars } from './calendars.ts';
import { operation, type Make } from './random-leaf.ts';

export function dates(depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const number = make('number', depth);
  return [
    ...moved('date', depth, make),
    operation(['date'], fc.tuple(number, number, number)),
    operation(
      ['date'],
      fc.tuple(year, fc.integer({ min: 0, max: 13 }), fc.constantFrom(0, 1, 28, 29, 30, 31, 31.9, 32)),
    ),
    operation(['date_of'], fc.tuple(make('datetime', depth))),
    operation(['add_working_days'], fc.tuple(day(depth, make), amount(depth, make), calendar)),
  ];
}

export function datetimes(depth: number, make: Make): readonly Arbitrary<unknown>[] {
  return [
    ...moved('datetime', depth, make),
    operation(['date_add'], fc.tuple(make('datetime', depth), amount(depth, make), fc.constantFrom(...clockUnits))),
    operation(['datetime'], fc.tuple(make('date', depth), make('time', depth))),
  ];
}

export function times(depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const time = make('time', depth);
  return [
    operation(['time_of'], fc.tuple(make('datetime', depth))),
    operation(['min', 'max'], fc.array(time, { minLength: 1, maxLength: 3 })),
  ];
}

/** A date, or a datetime that is seen as one. */
export function day(depth: number, make: Make): Arbitrary<unknown> {
  return fc.oneof(make('date', depth), make('datetime', depth));
}

export function differences(depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const [one, other] = [day(depth, make), day(depth, make)];
  return [
    operation(['date_diff'], fc.tuple(one, other)),
    operation(['working_days'], fc.tuple(one, other, calendar)),
    operation(['date_diff'], fc.tuple(one, other, fc.constantFrom(...units, ...clockUnits))),
  ];
}

export const calendar = fc.constantFrom(...Object.keys(calendars));

const year = fc.constantFrom(0, 1, 1900, 2000, 2024.5, 2026, 9999, 10_000, -1);

function moved(type: 'date' | 'datetime', depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const value = make(type, depth);
  return [
    operation(['date_add'], fc.tuple(value, amount(depth, make), fc.constantFrom(...units))),
    operation(['start_of', 'end_of'], fc.tuple(value, fc.constantFrom(...periods))),
    operation(['min', 'max'], fc.array(value, { minLength: 1, maxLength: 3 })),
  ];
}

function amount(depth: number, make: Make): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -50, max: 50 }),
    fc.constantFrom(4_000, -4_001, 1_461_001, 35_064_000, -2_103_840_001, 1.9, -1.9),
    make('number', depth),
  );
}
