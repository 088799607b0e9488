// An expression just within each limit that docs/expressions.md tells, and one beyond it.
import { costLimit } from '../cost.ts';
import { mostRowLevels } from '../limits.ts';

interface Limit {
  readonly about: string;
  readonly most: number;
  readonly within: unknown;
  readonly beyond: unknown;
  readonly then: string;
}

const times = (count: number, part: unknown): readonly unknown[] => Array.from({ length: count }, () => part);
const nested = (levels: number): unknown => (levels === 1 ? true : { '!': [nested(levels - 1)] });
const rowsOfRows = (levels: number): unknown =>
  times(levels, null).reduce<unknown>(
    (inner, _, index) => ({ some: [{ var: index === levels - 1 ? 'lines' : 'parts' }, inner] }),
    true,
  );
/** Each of 10,000 members is asked whether so many values are true. */
const everyMember = (parts: number) => ({ all: [{ var: 'tags' }, { or: times(parts, true) }] });

export const overLimits: readonly Limit[] = [
  { about: 'deep', most: 50, within: nested(50), beyond: nested(51), then: 'too_deep' },
  {
    about: 'parts',
    most: 2_000,
    within: { and: times(1_999, true) },
    beyond: { and: times(2_000, true) },
    then: 'too_large',
  },
  {
    about: 'digits of a number written out, on either side of its point',
    most: 60,
    within: { '+': ['9'.repeat(60), 1e59] },
    beyond: { '+': [1e60] },
    then: 'bad_number',
  },
  {
    about: 'rows of rows',
    most: mostRowLevels,
    within: rowsOfRows(mostRowLevels),
    beyond: rowsOfRows(mostRowLevels + 1),
    then: 'rows_too_deep',
  },
  { about: 'cost', most: costLimit, within: everyMember(49), beyond: everyMember(50), then: 'too_costly' },
  {
    about: 'characters of a pattern',
    most: 1_000,
    within: { matches: [{ var: 'title' }, `[${'a'.repeat(998)}]`] },
    beyond: { matches: [{ var: 'title' }, `[${'a'.repeat(999)}]`] },
    then: 'bad_pattern',
  },
];
