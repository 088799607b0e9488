import { expect, test } from 'vitest';
import { valueTypeOf } from './field-facts.ts';

test('what the values of a field are is for its type to say', () => {
  expect(valueTypeOf({ type: 'datetime' })).toBe('datetime');
  expect(valueTypeOf({ type: 'date' })).toBe('date');
  expect(valueTypeOf({ type: 'user' })).toBe('id');
  expect(valueTypeOf({ type: 'multi_lookup', entity: 'book' })).toBe('id[]');
});
