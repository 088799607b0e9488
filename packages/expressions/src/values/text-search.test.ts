import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostTextSought } from '../limits.ts';
import { indexIn, isSoughtFor, piecesAround, shortLimit, smallProduct } from './text-search.ts';

/** Long enough for the search of our own, and so poor in letters that the part stands in the text, overlaps itself and nearly fits. */
const search = fc
  .record({
    unit: fc.string({ unit: fc.constantFrom('a', 'b', '😀'), minLength: 1, maxLength: 4 }),
    last: fc.constantFrom('', 'a', 'b'),
    fillers: fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 5 }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ unit, last, fillers }) => {
    const part = unit.repeat(shortLimit + 1) + last;
    const round = fillers.map((filler) => part.slice(0, -1).toWellFormed() + filler + part).join('');
    return { part, text: round.repeat(Math.ceil(smallProduct / part.length / round.length) + 1) };
  });

describe('A text within a text', () => {
  test('is found where JavaScript finds it, each time, however texts repeat themselves', () => {
    fc.assert(
      fc.property(search, ({ part, text }) => {
        expect(indexIn(text, part)).toBe(text.indexOf(part));
        expect(indexIn(text, `${part}x`)).toBe(-1);
        expect(piecesAround(text, part)).toEqual(text.split(part));
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  test('is looked for up to so many characters', () => {
    expect(isSoughtFor('😀'.repeat(mostTextSought))).toBe(true);
    expect(isSoughtFor('a'.repeat(mostTextSought + 1))).toBe(false);
  });
});
