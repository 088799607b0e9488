// Null is no value: it never becomes one.
import { expect, test } from 'vitest';
import { cases } from './cases.ts';

test.each(cases)('null is never taken as a value of $name', ({ type, examples, context }) => {
  const answer = type.normalize(null, examples.field, context);
  expect(answer.ok ? answer.value : null).toBeNull();
});
