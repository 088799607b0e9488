// Random values are canonical, differ from each other, and repeat themselves with the same seed.
import { makeRandom } from '@trellis/testing/random';
import { describe, expect, test } from 'vitest';
import { cases } from './cases.ts';

describe.each(cases)('a random value of $name', ({ type, examples, context }) => {
  const fields = [examples.field, ...examples.valid.flatMap(({ field }) => field ?? [])].filter(
    (field) => !('pattern' in field) || field.type === 'auto_number',
  );

  test('is canonical, whatever the options', () => {
    const random = makeRandom(7);
    for (const field of fields) {
      for (let round = 0; round < 50; round += 1) {
        const value = type.fake(random.number, field, context);
        expect(type.normalize(value, field, context)).toEqual({ ok: true, value });
      }
    }
  });

  test('comes from the given chance alone', () => {
    const values = (seed: number) => {
      const { number } = makeRandom(seed);
      return Array.from({ length: 20 }, () => type.fake(number, examples.field, context));
    };
    expect(values(1)).toEqual(values(1));
    expect(values(1)).not.toEqual(values(2));
  });

  test('is there at both ends of chance', () => {
    for (const end of [0, 1 - 2 ** -53]) {
      const value = type.fake(() => end, examples.field, context);
      expect(type.normalize(value, examples.field, context)).toEqual({ ok: true, value });
    }
  });
});
