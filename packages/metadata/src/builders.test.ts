import { expect, test } from 'vitest';
import { entity, metadata } from './builders.ts';

test('metadata that does not hold is refused with every problem, so that a test cannot stand on it', () => {
  expect(() => metadata(entity('book', { owner: 'text' }, { title: 'titel' }))).toThrow(
    /entities\/book\.json#\/fields\/owner: reserved_name[^]*entities\/book\.json#\/title: unknown_field/,
  );
});
