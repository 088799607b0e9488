import { describe, expect, test } from 'vitest';
import { sqlOf, typed, whereOf } from './fixtures.ts';
import { identifier, render } from './sql.ts';
import { toPredicateSql } from './to-sql.ts';

const where = (json: unknown, text: string, values: readonly unknown[] = []) =>
  expect(whereOf(json), JSON.stringify(json)).toEqual({ text, values });

describe('Conditions in SQL', () => {
  test('comparisons are bare, side by side in an and', () => {
    where(
      {
        and: [
          { '==': [{ var: 'title' }, 'a'] },
          { and: [{ '>': [{ var: 'price' }, 10] }, { var: 'lent' }] },
          { or: [{ '==': [{ var: 'due' }, '2026-01-01'] }, { in: [{ var: 'owner' }, []] }] },
        ],
      },
      '"title" = $1::text and "price" > $2::bigint and "lent" and ("due" = $3::date or "owner" = any($4::uuid[]))',
      ['a', '10', '2026-01-01', []],
    );
  });

  test('expressions of one shape have one text', () => {
    const found = (title: string, price: number) =>
      whereOf({ and: [{ contains: [{ var: 'title' }, title] }, { in: [{ var: 'price' }, [price]] }] });
    expect(found('a', 1).text).toBe(found('%b_', 2).text);
    expect(found('50%_\\', 1).values).toEqual(['%50\\%\\_\\\\%', ['1']]);
  });

  test('a negation says `is not true`, so that null is on the other side', () => {
    where({ '!': { '==': [{ var: 'title' }, 'a'] } }, '("title" = $1::text) is not true', ['a']);
    where({ '!': { var: 'lent' } }, '("lent") is not true');
    where({ '!': { '==': [{ var: 'title' }, null] } }, 'not ("title" is null)');
    where({ '!=': [{ var: 'title' }, 'a'] }, '"title" is distinct from $1::text', ['a']);
    where({ '!=': [{ var: 'title' }, null] }, '"title" is not null');
  });

  test('a condition that is a value is true or false', () => {
    expect(sqlOf({ '<': [{ var: 'price' }, 1] }).text).toBe('(("price" < $1::bigint) is true)');
    expect(sqlOf({ is_blank: { var: 'price' } }).text).toBe('("price" is null)');
    where({ '==': [{ var: 'lent' }, { '<': [{ var: 'price' }, 1] }] }, '"lent" = (("price" < $1::bigint) is true)', [
      '1',
    ]);
  });

  test('nothing to fulfil and nothing to choose from', () => {
    where({ and: [] }, 'true');
    where({ or: [] }, 'false');
    where({ and: [{ or: [] }, { and: [{ and: [] }] }] }, 'false');
  });

  test('list-typed fields are asked so that their index serves, other lists so that the index of the value does', () => {
    where({ in: ['a', { var: 'tags' }] }, '"tags" @> array[$1::text]', ['a']);
    where({ in: [{ var: 'owner' }, { var: '$user.teams' }] }, '"owner" = any($1::uuid[])', ['$user.teams']);
    where({ has_any: [{ var: 'tags' }, ['a', 'b']] }, '"tags" && $1::text[]', [['a', 'b']]);
    where(
      { in: [{ var: 'title' }, ['a', { var: 'owner.name' }]] },
      '"title" = any(array[$1::text, "owner"."name"]::text[])',
      ['a'],
    );
  });

  test('nothing is a member of null, whatever its type', () => {
    for (const name of ['lent', 'due', 'seen_at', 'title', 'owner'])
      where({ in: [{ var: name }, null] }, 'null::boolean');
    where({ '!': { in: [{ var: 'due' }, null] } }, '(null::boolean) is not true');
  });

  test('a whole number beside a column of numeric is given as numeric', () => {
    const resolve = Object.assign((path: readonly string[]) => identifier(...path), {
      isNumeric: ([name]: readonly string[]) => name === 'price',
    });
    const textOf = (json: unknown) => render(toPredicateSql(typed(json), resolve)).text;
    expect(textOf({ '>': [{ var: 'price' }, 2] })).toBe('"price" > $1::numeric');
    expect(textOf({ '>=': [2, { var: 'price' }] })).toBe('$1::numeric >= "price"');
  });

  test('whole numbers suit integer columns too; sums are done on numeric', () => {
    where({ '==': [{ var: 'price' }, 2.5] }, '"price" = $1::numeric', ['2.5']);
    where({ '>': [{ '+': [{ var: 'price' }, 1] }, 2] }, '("price"::numeric + $1::numeric) > $2::bigint', ['1', '2']);
  });
});

describe('Dates in SQL', () => {
  test('relative dates are reckoned from parameters alone, so that an index on the column serves', () => {
    where(
      { '>=': [{ var: 'due' }, { date_add: [{ var: '$today' }, -30, 'day'] }] },
      '"due" >= ($1::date::timestamp + make_interval(days => $2::numeric::int))::date',
      ['$today', '-30'],
    );
    where({ '<': [{ var: 'seen_at' }, { var: '$today' }] }, '"seen_at" < ($1::date::timestamp at time zone $2::text)', [
      '$today',
      '$time_zone',
    ]);
  });

  test('so are hours and minutes from now', () => {
    where(
      { '>': [{ var: 'seen_at' }, { date_add: [{ var: '$now' }, -2, 'hour'] }] },
      '"seen_at" > ($1::timestamptz + make_interval(hours => $2::numeric::int))',
      ['$now', '-2'],
    );
  });

  test('so are the periods of filters such as "last month", however the steps are put together', () => {
    const lastMonth = { date_add: [{ start_of: [{ var: '$today' }, 'month'] }, -1, 'month'] };
    where(
      { '<=': [lastMonth, { var: 'due' }, { end_of: [lastMonth, 'month'] }] },
      '((date_trunc(\'month\', $1::date::timestamp)::date::timestamp + make_interval(months => $2::numeric::int))::date <= "due"' +
        " and \"due\" <= (date_trunc('month', (date_trunc('month', $3::date::timestamp)::date::timestamp" +
        " + make_interval(months => $4::numeric::int))::date::timestamp) + interval '1 month' - interval '1 day')::date)",
      ['$today', '-1', '$today', '-1'],
    );
  });

  test('what may leave the calendar is guarded', () => {
    expect(sqlOf({ date_add: [{ var: 'due' }, 1, 'day'] }).text).toContain("wall < timestamp '10000-01-01'");
    expect(sqlOf({ date_add: [{ var: '$today' }, { var: 'price' }, 'day'] }).text).toContain('case when abs(');
    expect(sqlOf({ date_add: [{ var: '$today' }, 1_000, 'year'] }).text).toContain('case when abs(');
    expect(sqlOf({ end_of: [{ var: 'due' }, 'week'] }).text).toContain("case when day <= date '9999-12-31'");
  });

  test('the text does not double with every level', () => {
    const nest = (level: number): unknown =>
      level === 0 ? { var: 'due' } : { date_add: [nest(level - 1), { length: [{ cat: [nest(0)] }] }, 'day'] };
    expect(sqlOf(nest(12)).text.length).toBeLessThan(12 * 1_000);
  });
});
