import { describe, expect, test } from 'vitest';
import { governingFill } from './governing-fill.ts';
import { inDependencyOrder } from './dependency-order.ts';

const fill = (
  name: string,
  more: Partial<{ holds: boolean; overwrite: boolean | 'stored'; on: string[]; of: string[] }> = {},
) => ({
  name,
  holds: more.holds ?? true,
  overwrite: more.overwrite ?? false,
  conditionReads: more.on ?? [],
  valueReads: more.of ?? [],
});
type Fill = ReturnType<typeof fill>;

function governing(fills: readonly Fill[], touched: readonly string[] | null, taken: 'said' | 'stored' | null = null) {
  const before = { touched: touched && new Set(touched), taken };
  return governingFill(fills, ({ holds }) => holds, before)?.name;
}

describe('Of the fills of a field', () => {
  test('the first whose condition holds has its way', () => {
    expect(governing([fill('a', { holds: false }), fill('b'), fill('c')], null)).toBe('b');
    expect(governing([fill('a', { holds: false })], null)).toBeUndefined();
  });

  test('one does so over a value that is there only where it says so', () => {
    for (const taken of ['said', 'stored'] as const) {
      expect(governing([fill('a')], null, taken)).toBeUndefined();
      expect(governing([fill('a', { overwrite: true })], null, taken)).toBe('a');
      expect(governing([fill('a'), fill('b', { overwrite: true })], null, taken)).toBeUndefined();
    }
    expect(governing([fill('a', { overwrite: 'stored' })], null, 'stored')).toBe('a');
    expect(governing([fill('a', { overwrite: 'stored' })], null, 'said')).toBeUndefined();
  });

  test('a change wakes the one that governs, through what it or a condition before it reads', () => {
    const fills = [fill('a', { holds: false, on: ['vip'] }), fill('b', { of: ['price'] }), fill('c', { of: ['cost'] })];
    expect(governing(fills, ['price'])).toBe('b');
    expect(governing(fills, ['vip'])).toBe('b');
    expect(governing(fills, ['cost'])).toBeUndefined();
    expect(governing(fills, ['name'])).toBeUndefined();
  });
});

test('Each comes after what it reads, and otherwise as it came', () => {
  const reads: Record<string, string[]> = { a: ['c'], b: [], c: ['x', 'd'], d: [] };
  expect(inDependencyOrder(Object.keys(reads), (name) => reads[name] ?? [])).toEqual(['d', 'c', 'a', 'b']);
});
