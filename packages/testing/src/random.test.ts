import { expect, test } from 'vitest';
import { makeRandom } from './random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => {
    const random = makeRandom(seed);
    return Array.from({ length: 5 }, () => random.integer(1, 1_000_000));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('integers reach both of their ends, and nothing beyond', () => {
  const random = makeRandom();
  const drawn = new Set(Array.from({ length: 200 }, () => random.integer(1, 3)));
  expect([...drawn].sort()).toEqual([1, 2, 3]);
});
