import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nativeArithmetic, placesOf } from './compiled-arithmetic.ts';
import { compiledFunction, compiledPredicate } from './compiled.ts';
import { contextOf, someId, typed } from './fixtures.ts';
import type { Numeric } from './operand.ts';
import { add, divide, isNumeric, multiply, printNumber, remainder, subtract } from './values/numbers.ts';

/** Numbers as people write them, up to the last that a double stands for exactly, and beyond. */
const number = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.maxSafeInteger(),
  fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat({ max: 8 }))
    .map(([n, p]) => Number(`${n}e-${p}`)),
  fc.tuple(fc.maxSafeInteger(), fc.nat({ max: 12 })).map(([n, p]) => Number(Number(`${n}e-${p}`).toPrecision(15))),
  fc.constantFrom(0, -0, 0.1, 0.2, 0.3, 1e-12, 2.675, 1.005, 999_999_999_999_999, 0.000001, 9e9, 8_999_999_999),
);

const exact: { readonly [name: string]: (left: Numeric, right: Numeric) => Numeric | null } = {
  add,
  subtract,
  multiply,
  divide,
  remainder,
};

describe('Arithmetic on JavaScript numbers', () => {
  test.each(Object.keys(exact))('%s gives what decimals give', (name) => {
    const native = nativeArithmetic.get(name);
    const print = (value: unknown) => (isNumeric(value) ? printNumber(value) : value);
    fc.assert(
      fc.property(number, number, (left, right) => {
        expect(print(native?.(left, right))).toBe(print(exact[name]?.(left, right)));
      }),
      { numRuns: 20_000 },
    );
  });

  test('stays on numbers for sums, products and quotients of business', () => {
    const isNumber = (name: string, ...values: readonly number[]) =>
      expect(typeof nativeArithmetic.get(name)?.(...values), `${name} ${values.join(' ')}`).toBe('number');
    isNumber('add', 1_234_567.89, 0.01, -17);
    isNumber('multiply', 129.95, 3);
    isNumber('multiply', 1_299.95, 0.175);
    isNumber('subtract', 0.3, 0.1);
    isNumber('divide', 2, 3);
    isNumber('divide', 129.95, 1.19);
  });

  test('a number with more digits than it could stand for is left to decimals', () => {
    expect(placesOf(0.1 + 0.2)).toBe(-1);
    expect(placesOf(2 ** 53)).toBe(-1);
    expect(placesOf(12.34)).toBe(2);
    expect(placesOf(-1_000_000)).toBe(0);
  });
});

describe('Closures', () => {
  const condition = {
    and: [
      { '>=': [{ var: 'price' }, 1_000] },
      { in: [{ var: 'title' }, ['open', 'won']] },
      { or: [{ is_blank: [{ var: 'owner' }] }, { '==': [{ var: 'owner' }, { var: '$user.id' }] }] },
    ],
  };

  test('answer as json-logic-js does', () => {
    const holds = compiledPredicate(typed(condition));
    expect(holds(contextOf({ price: 1_000.5, title: 'won' }))).toBe(true);
    expect(holds(contextOf({ price: '1000', title: 'won', owner: someId }, { user: { id: someId } }))).toBe(true);
    expect(holds(contextOf({ price: 999.99, title: 'won' }))).toBe(false);
    expect(holds(contextOf({ price: null, title: 'won' }))).toBe(false);
    expect(compiledFunction(typed({ '/': [{ var: 'price' }, 3] }))(contextOf({ price: 2 }))).toBe(0.666666666667);
  });

  test('do not reach prototypes', () => {
    const run = compiledFunction(typed({ cat: [{ var: 'title' }] }));
    expect(run(contextOf(Object.create({ title: 'inherited' })))).toBe('');
  });

  test('ask no further than they need to', () => {
    const asked: string[] = [];
    const record = new Proxy(
      { price: null, title: 'a' },
      { get: (target, name) => (asked.push(String(name)), Reflect.get(target, name)) },
    );
    compiledFunction(typed({ if: [{ '<': [{ var: 'price' }, 1] }, { var: 'title' }, 'b'] }))(contextOf(record));
    expect(asked).toEqual(['price']);
  });
});
