// Options that contradict each other are named with their place.
import { expect, test } from 'vitest';
import { fieldType, type Field } from '../registry.ts';

const contradictions: readonly (readonly [Field, string, string])[] = [
  [{ type: 'text', min_length: 300 }, 'min_length', 'min_above_max'],
  [{ type: 'text', pattern: '(' }, 'pattern', 'invalid_pattern'],
  [{ type: 'integer', min: 2, max: 1 }, 'min', 'min_above_max'],
  [{ type: 'decimal', precision: 3, scale: 4 }, 'scale', 'scale_above_precision'],
  [{ type: 'currency', min: 2, max: 1 }, 'min', 'min_above_max'],
  [{ type: 'currency', currency: 'QQQ' }, 'currency', 'not_a_currency'],
  [{ type: 'percent', min: 101 }, 'min', 'min_above_max'],
  [{ type: 'duration', min: 2, max: 1 }, 'min', 'min_above_max'],
];

test.each(contradictions)('%j has a problem at %s: %s', (field, path, code) => {
  expect(fieldType(field.type).problems?.(field)).toEqual([{ path, code }]);
});
