// Patterns of automatic numbers.
import { expect, test } from 'vitest';
import { formatNumber, patternShape, periodOf } from './pattern.ts';

test.each([
  ['PO-{YYYY}{MM}-{0000}', 7, 'PO-202403-0007', '202403'],
  ['{YY}/{DD}/{00}', 7, '24/05/07', '2405'],
  ['{0}', 12345, '12345', ''],
  ['编号{0000}号', 42, '编号0042号', ''],
  ['{000}-{YYYY}', 1234, '1234-2024', '2024'],
  ['$& {0}', 1, '$& 1', ''],
])('%s makes of %i the number %s in period %s', (pattern, number, text, period) => {
  expect(formatNumber(pattern, number, '2024-03-05')).toBe(text);
  expect(periodOf(pattern, '2024-03-05')).toBe(period);
});

test('a pattern has exactly one counter and no other braces', () => {
  const shape = new RegExp(patternShape, 'u');
  for (const pattern of ['{0}', 'A-{YYYY}-{0000}', '{0000}{MM}', '中{00}文']) expect(shape.test(pattern)).toBe(true);
  for (const pattern of ['', 'A', '{YYYY}', '{0}{0}', '{yyyy}{0}', '{0', '{0}}', '{1}'])
    expect(shape.test(pattern)).toBe(false);
});
