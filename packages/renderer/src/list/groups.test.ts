import { describe, expect, test } from 'vitest';
import { lengthOf, segmentsOf, type RowGroup, type Segment } from './groups.ts';

const group = (key: string, count: number): RowGroup => ({ key, value: key, shown: key, count, figures: {} });
const groups = [group('a', 2), group('b', 0), group('c', 100)];
const open = new Set<string>();
const words = (segments: readonly Segment[]) =>
  segments.map((segment) =>
    segment.kind === 'head' ? segment.group.key : `${segment.group.key} ${segment.start}-${segment.end}`,
  );

describe('a list in groups', () => {
  test('is as long as its heads and rows', () => {
    expect(lengthOf(groups, open)).toBe(105);
  });

  test('a folded group is its head alone', () => {
    expect(lengthOf(groups, new Set(['c']))).toBe(5);
    expect(words(segmentsOf(groups, new Set(['a']), 0, 4))).toEqual(['a', 'b', 'c', 'c 0-1']);
  });

  test('begins with a head and its rows', () => {
    expect(words(segmentsOf(groups, open, 0, 10))).toEqual(['a', 'a 0-2', 'b', 'c', 'c 0-5']);
  });

  test('can be asked for from the middle of a group', () => {
    expect(words(segmentsOf(groups, open, 2, 4))).toEqual(['a 1-2', 'b']);
    expect(words(segmentsOf(groups, open, 50, 60))).toEqual(['c 45-55']);
  });

  test('ends where its last group ends', () => {
    expect(words(segmentsOf(groups, open, 100, 200))).toEqual(['c 95-100']);
    expect(segmentsOf(groups, open, 105, 200)).toEqual([]);
  });

  test('every line is asked for once, however the list is cut', () => {
    const lines = (segments: readonly Segment[]): string[] =>
      segments.flatMap((segment) =>
        segment.kind === 'head'
          ? [segment.group.key]
          : Array.from(
              { length: segment.end - segment.start },
              (_, index) => `${segment.group.key}${segment.start + index}`,
            ),
      );
    const whole = lines(segmentsOf(groups, open, 0, 105));
    for (const size of [1, 3, 7, 50]) {
      const cut = Array.from({ length: Math.ceil(105 / size) }, (_, index) =>
        lines(segmentsOf(groups, open, index * size, (index + 1) * size)),
      );
      expect(cut.flat()).toEqual(whole);
    }
  });
});
