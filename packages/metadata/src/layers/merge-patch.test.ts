import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, makePatch } from './merge-patch.ts';

// The examples of RFC 7396, appendix A.
test.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('%j patched with %j is %j', (base, patch, result) => {
  expect(applyPatch(base, patch)).toEqual(result);
});

test('a patch says only what changed', () => {
  const base = { name: 'book', fields: { title: { type: 'text', required: true }, pages: { type: 'integer' } } };
  const next = { name: 'book', fields: { title: { type: 'text', max_length: 80 }, pages: { type: 'integer' } } };
  expect(makePatch(base, next)).toEqual({ fields: { title: { required: null, max_length: 80 } } });
  expect(makePatch(base, structuredClone(base))).toBeUndefined();
});

test('members keep their place, and new ones follow', () => {
  const patched = applyPatch({ zebra: 1, apple: 2 }, { mango: 3, apple: 4 });
  expect(Object.entries(patched ?? {})).toEqual([
    ['zebra', 1],
    ['apple', 4],
    ['mango', 3],
  ]);
});

test('a member called __proto__ is a member like any other', () => {
  const patched = applyPatch({}, JSON.parse('{ "__proto__": { "polluted": true } }'));
  expect(Object.keys(patched ?? {})).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(patched)).toBe(Object.prototype);
});

test('applying the patch between any two documents without nulls gives the second, and leaves the first alone', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.integer(), { maxLength: 3 }));
  const { document } = fc.letrec((tie) => ({
    document: fc.dictionary(
      fc.constantFrom('a', 'b', 'c', '__proto__'),
      fc.oneof({ depthSize: 'small' }, leaf, tie('document')),
      { maxKeys: 4 },
    ),
  }));
  fc.assert(
    fc.property(document, document, (base, next) => {
      const before = JSON.stringify(base);
      expect(JSON.parse(JSON.stringify(applyPatch(base, makePatch(base, next))))).toEqual(
        JSON.parse(JSON.stringify(next)),
      );
      expect(JSON.stringify(base)).toBe(before);
    }),
  );
});
