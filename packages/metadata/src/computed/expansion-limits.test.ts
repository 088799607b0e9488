// Computed fields that name one another stand for more than anybody wrote: how far that may go.
import { expect, test } from 'vitest';
import { entity } from '../builders.ts';
import type { Field } from '../kinds.ts';
import { validate } from '../validate.ts';

/** `f0`, and fields that each name the one or the two before. */
function chain(length: number, expressionOf: (index: number) => unknown): { readonly [name: string]: Field } {
  const formulas = Array.from({ length }, (_, index) => {
    const field = { type: 'formula', returns: 'integer', expression: expressionOf(index + 1) } as unknown as Field;
    return [`f${index + 1}`, field] as const;
  });
  return { f0: { type: 'integer' }, ...Object.fromEntries(formulas) };
}

const v = (index: number) => ({ var: `f${Math.max(index, 0)}` });
const onward = (index: number) => ({ '+': [v(index - 1), 1] });
const doubled = (index: number) => ({ '*': [v(index - 1), v(index - 1)] });
const both = (index: number) => ({ '+': [v(index - 1), v(index - 2)] });

function refused(fields: ReturnType<typeof chain>, more: Parameters<typeof entity>[2] = {}): readonly string[] {
  const result = validate([entity('thing', fields, more)]);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path.split('#')[1]} ${code}`);
}

test('a chain of thirty fields is fine, and a longer one is refused where it grows too long', () => {
  expect(refused(chain(30, onward))).toEqual([]);
  expect(refused(chain(33, onward))).toEqual([
    '/fields/f32/expression too_costly',
    '/fields/f33/expression too_costly',
  ]);
});

test.each([
  ['doubled', doubled],
  ['of the two before', both],
])('fields that grow with every step are refused at once, however many there are: %s', (_, expressionOf) => {
  expect(refused(chain(6, expressionOf))).toEqual([]);
  const problems = refused(chain(60, expressionOf));
  expect(problems).toContain('/fields/f60/expression too_costly');
  expect(problems.every((problem) => problem.endsWith('too_costly'))).toBe(true);
});

test('whether such fields can have an index is found as quickly', () => {
  const { f60, ...others } = chain(60, both);
  expect(refused({ ...others, f60: { ...f60, indexed: true } as Field })).toContain(
    '/fields/f60/indexed not_indexable',
  );
});

test('a rule that names many of them is as long as all of them together', () => {
  const checking = (names: number) => ({
    rules: {
      sum: {
        check: { '<': [{ '+': Array.from({ length: names }, () => v(6)) }, 1_000_000] },
        message: 'Too much.',
      },
    },
  });
  expect(refused(chain(6, doubled), checking(5))).toEqual([]);
  expect(refused(chain(6, doubled), checking(200))).toEqual(['/rules/sum/check too_costly']);
});
