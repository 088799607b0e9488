// Random expressions that give numbers.
import fc, { type Arbitrary } from 'fast-check';
import { currencies } from './calendars.ts';
import { day, differences } from './random-dates.ts';
import { leaf, operation, type Make } from './random-leaf.ts';

export function numbers(depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const number = make('number', depth);
  const text = make('text', depth);
  const many = (least: number) => fc.array(number, { minLength: least, maxLength: 3 });
  return [
    operation(['+', '*', 'min', 'max', 'average'], many(1)),
    operation(['-', '/', '%'], many(2)),
    operation(['-', 'sqrt'], fc.tuple(number)),
    operation(['round', 'round_half_even'], fc.tuple(number, places(depth, make))),
    operation(['round', 'round_half_even', 'floor', 'ceil', 'trunc', 'abs', 'sign'], fc.tuple(halves(depth, make))),
    operation(['power'], fc.tuple(number, exponent(depth, make))),
    operation(['length'], fc.tuple(text)),
    operation(['position'], fc.tuple(leaf('text'), text)),
    operation(['to_number'], fc.tuple(fc.oneof(numeral, text))),
    operation(['year', 'quarter', 'month', 'week', 'day', 'weekday'], fc.tuple(day(depth, make))),
    operation(['hour', 'minute', 'second'], fc.tuple(fc.oneof(make('time', depth), make('datetime', depth)))),
    ...differences(depth, make),
    operation(['convert'], fc.tuple(number, currency, currency)),
    operation(['convert'], fc.tuple(number, currency, currency, day(depth, make))),
  ];
}

export function places(depth: number, make: Make): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -3, max: 6 }),
    fc.constantFrom(12, 13, -12, -13, 1.9, -1.9),
    make('number', Math.min(depth, 1)),
  );
}

/** Numbers, and many that lie in the middle between two whole ones. */
export function halves(depth: number, make: Make): Arbitrary<unknown> {
  const half = fc.integer({ min: -9, max: 9 }).map((twice) => twice / 2);
  const computed = half.map((value) => ({ '+': [value, { var: 'pages' }] }));
  return fc.oneof(half, computed, make('number', depth));
}

function exponent(depth: number, make: Make): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -5, max: 20 }),
    fc.constantFrom(0.5, -0.5, 1.5, 0.333, 41, 1_000_000, '1'.repeat(59)),
    make('number', Math.min(depth, 1)),
  );
}

const currency = fc.constantFrom(...currencies.map((code): unknown => code), null, { var: 'code' });

const numeral = fc.constantFrom(
  ' 12 ', '-1.50', '+.5', '5.', '.', '1e5', '1,000', '０', '0x1', '--1', '1\n', '1'.repeat(60), '1'.repeat(61),
); // prettier-ignore
