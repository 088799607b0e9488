// Aggregates: grouping, measures, buckets of time, having, order, and numbers that stay exact.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('city', { name: 'text', hidden: 'boolean' }),
  entity('sale', {
    city: { type: 'lookup', entity: 'city' },
    kind: { type: 'select', options: ['a', 'b', 'c'].map((value) => ({ value, label: value })) },
    amount: { type: 'decimal', precision: 30, scale: 4 },
    pieces: 'integer',
    day: 'date',
    at: 'datetime',
    note: 'text',
    tags: 'tags',
    secret: 'decimal',
  }),
  role('visitor', {
    sale: { read: true, fields: { secret: { read: false } } },
    city: { read: { '!=': [{ var: 'hidden' }, true] } },
  }),
];

let ws: Workspace;
let cities: Record<string, string>;
beforeAll(async () => {
  ws = await workspace({ items, users: { la: { roles: ['administrator'], timeZone: 'America/Los_Angeles' } } });
  const made = await ws.admin.batch(
    'city',
    [{ name: 'Bonn' }, { name: 'Acre' }, { name: 'Oz', hidden: true }].map((values) => ({ op: 'create', values })),
  );
  cities = Object.fromEntries(made.map(({ data }) => [String(data?.['name']), String(data?.id)]));
  const rows = [
    { city: 'Bonn', kind: 'a', amount: 0.1, pieces: 1, day: '2026-01-31', at: '2026-03-08T09:30:00Z' },
    { city: 'Bonn', kind: 'a', amount: 0.2, pieces: 2, day: '2026-02-01', at: '2026-03-08T15:59:59Z' },
    { city: 'Acre', kind: 'b', amount: 10, pieces: 4, day: '2026-03-31', at: '2026-03-08T16:00:00Z' },
    { city: 'Oz', kind: 'b', amount: '-2.5', pieces: null, day: '2026-04-01', at: '2026-11-01T06:59:00Z' },
    { kind: null, amount: null, pieces: 8, day: '2025-12-29', at: '2026-11-01T09:30:00Z' },
  ];
  await ws.admin.batch(
    'sale',
    rows.map(({ city, ...values }) => ({ op: 'create', values: { ...values, city: city ? cities[city] : null } })),
  );
});
afterAll(() => ws.close());

const sum = { function: 'sum', field: 'amount' };

describe('measures', () => {
  test('count, count_distinct, sum, avg, min and max carry their names', async () => {
    const measures = [
      { function: 'count' },
      ...['count', 'sum', 'avg', 'min', 'max'].map((name) => ({ function: name, field: 'amount' })),
      { function: 'count_distinct', field: 'kind' },
    ];
    expect(await ws.admin.aggregate('sale', { measures })).toEqual([
      {
        count: 5,
        count_amount: 4,
        sum_amount: 7.8,
        avg_amount: 1.95,
        min_amount: -2.5,
        max_amount: 10,
        count_distinct_kind: 2,
      },
    ]);
  });

  test('of nothing are null, counts are 0', async () => {
    const filter = { '==': [{ var: 'note' }, 'nobody'] };
    expect(
      await ws.admin.aggregate('sale', {
        filter,
        measures: [{ function: 'count' }, sum, { function: 'max', field: 'day' }],
      }),
    ).toEqual([{ count: 0, sum_amount: null, max_day: null }]);
    expect(await ws.admin.aggregate('sale', { filter, dimensions: ['kind'], measures: [sum] })).toEqual([]);
  });

  test('sums are exact: a tenth and two tenths are three tenths', async () => {
    const [group] = await ws.admin.aggregate('sale', { filter: { '==': [{ var: 'kind' }, 'a'] }, measures: [sum] });
    expect(group).toEqual({ sum_amount: 0.3 });
  });

  test('a result of more than 15 digits comes as text, all of it', async () => {
    await using other = await workspace({
      items: [entity('thing', { big: { type: 'decimal', precision: 30, scale: 4 }, whole: 'integer' })],
    });
    await other.admin.batch('thing', [
      { op: 'create', values: { big: '12345678901234567890.1234', whole: 9007199254740991 } },
      { op: 'create', values: { big: '0.0001', whole: 9007199254740991 } },
    ]);
    const { text } = await other.admin.send('POST', '/api/records/thing/aggregate', {
      measures: [
        { function: 'sum', field: 'big' },
        { function: 'sum', field: 'whole' },
        { function: 'min', field: 'big' },
      ],
    });
    expect(text.replaceAll(' ', '')).toBe(
      '{"data":[{"sum_big":"12345678901234567890.1235","sum_whole":"18014398509481982","min_big":0.0001}]}',
    );
  });

  test('the average of three thirds is told to twelve decimals', async () => {
    const filter = { in: [{ var: 'pieces' }, [1, 2, 4]] };
    expect(await ws.admin.aggregate('sale', { filter, measures: [{ function: 'avg', field: 'pieces' }] })).toEqual([
      { avg_pieces: 2.333333333333 },
    ]);
  });

  test('an instant is told as records tell it, be it grouped by or the last of a group', async () => {
    const filter = { in: [{ var: 'pieces' }, [1, 2]] };
    const [first] = await ws.admin.list('sale', { filter, sort: 'at', select: 'at' });
    const groups = await ws.admin.aggregate('sale', {
      filter,
      dimensions: ['at'],
      measures: ['min', 'max'].map((name) => ({ function: name, field: 'at' })),
    });
    expect(groups[0]).toEqual({ at: first?.['at'], min_at: first?.['at'], max_at: first?.['at'] });
    expect(first?.['at']).toBe('2026-03-08T09:30:00.000Z');
  });

  test('a column may be called as its path and function make it, however long that is', async () => {
    const long = 'a'.repeat(50);
    await using other = await workspace({
      items: [
        entity('box', { [long]: 'integer', inside: { type: 'lookup', entity: 'box' } }),
        entity('shelf', { box: { type: 'lookup', entity: 'box' } }),
      ],
    });
    const { id: inner } = await other.admin.create('box', { [long]: 7 });
    const { id: outer } = await other.admin.create('box', { [long]: 8, inside: inner });
    await other.admin.create('shelf', { box: outer });
    const dimension = `box.inside.${long}`;
    const measure = `count_distinct_box.${long}`;
    const query = {
      dimensions: [dimension],
      measures: [{ function: 'count_distinct', field: `box.${long}` }],
      having: { '==': [{ var: dimension }, 7] },
      sort: [`-${measure}`],
    };
    expect(await other.admin.aggregate('shelf', query)).toEqual([{ [dimension]: 7, [measure]: 1 }]);
    expect(other.incidents).toEqual([]);
  });

  test('as gives another name', async () => {
    expect(await ws.admin.aggregate('sale', { measures: [{ ...sum, as: 'turnover' }] })).toEqual([{ turnover: 7.8 }]);
  });
});

describe('dimensions', () => {
  test('blank values are a group of their own, last', async () => {
    expect(
      await ws.admin.aggregate('sale', { dimensions: [{ field: 'kind' }], measures: [sum, { function: 'count' }] }),
    ).toEqual([
      { kind: 'a', sum_amount: 0.3, count: 2 },
      { kind: 'b', sum_amount: 7.5, count: 2 },
      { kind: null, sum_amount: null, count: 1 },
    ]);
  });

  test('look-ups come as id and title, paths as their values', async () => {
    const byCity = await ws.admin.aggregate('sale', { dimensions: ['city'], measures: ['count'], sort: ['-count'] });
    expect(byCity).toHaveLength(4);
    expect(byCity[0]).toEqual({ city: { id: cities['Bonn'], title: 'Bonn' }, count: 2 });
    expect(await ws.admin.aggregate('sale', { dimensions: ['city.name'], measures: ['count'] })).toEqual([
      { 'city.name': 'Acre', count: 1 },
      { 'city.name': 'Bonn', count: 2 },
      { 'city.name': 'Oz', count: 1 },
      { 'city.name': null, count: 1 },
    ]);
  });

  test('a record that the asker may not see is no group of its own: it counts as blank', async () => {
    const visitor = await ws.as('visitor');
    const groups = await visitor.aggregate('sale', { dimensions: ['city'], measures: ['count'], sort: ['count'] });
    expect(JSON.stringify(groups)).not.toMatch(new RegExp(`Oz|${cities['Oz']}`));
    expect(groups.find(({ city }) => city === null)).toEqual({ city: null, count: 2 });
    expect(groups.filter(({ city }) => city === null)).toHaveLength(1);
    const names = await visitor.aggregate('sale', { dimensions: ['city.name'], measures: ['count'] });
    expect(names.find((group) => group['city.name'] === null)).toMatchObject({ count: 2 });
    const distinct = await visitor.aggregate('sale', {
      measures: [
        { function: 'count_distinct', field: 'city' },
        { function: 'count', field: 'city' },
      ],
    });
    expect(distinct).toEqual([{ count_distinct_city: 2, count_city: 3 }]);
  });

  test('two dimensions group by both', async () => {
    const groups = await ws.admin.aggregate('sale', {
      dimensions: ['kind', { field: 'day', by: 'month', as: 'month' }],
      measures: ['count'],
    });
    expect(groups).toEqual([
      { kind: 'a', month: '2026-01-01', count: 1 },
      { kind: 'a', month: '2026-02-01', count: 1 },
      { kind: 'b', month: '2026-03-01', count: 1 },
      { kind: 'b', month: '2026-04-01', count: 1 },
      { kind: null, month: '2025-12-01', count: 1 },
    ]);
  });
});

describe('buckets of time', () => {
  const buckets = async (name: string, field: string, by: string) => {
    const groups = await (await ws.as(name)).aggregate('sale', { dimensions: [{ field, by }], measures: ['count'] });
    return groups.map((group) => [group[field], group['count']]);
  };

  test.each<[string, [string, number][]]>([
    [
      'day',
      [
        ['2025-12-29', 1],
        ['2026-01-31', 1],
        ['2026-02-01', 1],
        ['2026-03-31', 1],
        ['2026-04-01', 1],
      ],
    ],
    [
      'week',
      [
        ['2025-12-29', 1],
        ['2026-01-26', 2],
        ['2026-03-30', 2],
      ],
    ],
    [
      'month',
      [
        ['2025-12-01', 1],
        ['2026-01-01', 1],
        ['2026-02-01', 1],
        ['2026-03-01', 1],
        ['2026-04-01', 1],
      ],
    ],
    [
      'quarter',
      [
        ['2025-10-01', 1],
        ['2026-01-01', 3],
        ['2026-04-01', 1],
      ],
    ],
    [
      'year',
      [
        ['2025-01-01', 1],
        ['2026-01-01', 4],
      ],
    ],
  ])('a %s is told by its first day', async (by, expected) => {
    expect(await buckets('admin', 'day', by)).toEqual(expected);
    expect(await buckets('la', 'day', by)).toEqual(expected);
  });

  test('an instant falls on the day of the asker’s time zone, also where clocks change', async () => {
    // In Shanghai the day ends at 16:00 UTC; Los Angeles leaves winter time on 8 March and summer time on 1 November.
    expect(await buckets('admin', 'at', 'day')).toEqual([
      ['2026-03-08', 2],
      ['2026-03-09', 1],
      ['2026-11-01', 2],
    ]);
    expect(await buckets('la', 'at', 'day')).toEqual([
      ['2026-03-08', 3],
      ['2026-10-31', 1],
      ['2026-11-01', 1],
    ]);
    expect(await buckets('la', 'at', 'month')).toEqual([
      ['2026-03-01', 3],
      ['2026-10-01', 1],
      ['2026-11-01', 1],
    ]);
  });
});

describe('filter, having, sort and limit', () => {
  test('having asks about the groups', async () => {
    const query = { dimensions: ['kind'], measures: [sum, { function: 'count' }] };
    expect(await ws.admin.aggregate('sale', { ...query, having: { '>': [{ var: 'sum_amount' }, 1] } })).toMatchObject([
      { kind: 'b' },
    ]);
    expect(
      await ws.admin.aggregate('sale', {
        ...query,
        having: { and: [{ '==': [{ var: 'count' }, 2] }, { '==': [{ var: 'kind' }, 'a'] }] },
      }),
    ).toMatchObject([{ kind: 'a' }]);
  });

  test('sort goes by dimensions and measures, limit cuts', async () => {
    const query = { dimensions: ['kind'], measures: [sum] };
    const kinds = async (more: object) =>
      (await ws.admin.aggregate('sale', { ...query, ...more })).map(({ kind }) => kind);
    expect(await kinds({ sort: ['-sum_amount'] })).toEqual(['b', 'a', null]);
    expect(await kinds({ sort: 'sum_amount' })).toEqual(['a', 'b', null]);
    expect(await kinds({ sort: '-kind' })).toEqual(['b', 'a', null]);
    expect(await kinds({ sort: ['-sum_amount'], limit: 1 })).toEqual(['b']);
  });

  test('a filter with a path and a search narrow the rows', async () => {
    const filter = { '==': [{ var: 'city.name' }, 'Bonn'] };
    expect(await ws.admin.aggregate('sale', { filter, measures: ['count'] })).toEqual([{ count: 2 }]);
  });

  test.each([
    [{ measures: [{ function: 'sum', field: 'ghost' }] }, 'unknown_field'],
    [{ dimensions: ['city.ghost'] }, 'unknown_field'],
    [{ measures: [{ function: 'sum', field: 'note' }] }, 'not_measurable'],
    [{ measures: [{ function: 'median', field: 'amount' }] }, 'malformed_request'],
    [{ measures: [{ function: 'sum' }] }, 'malformed_request'],
    [{ measures: [] }, 'malformed_request'],
    [{ measures: Array(21).fill({ function: 'count' }) }, 'malformed_request'],
    [{ measures: ['count', 'count'] }, 'malformed_request'],
    [{ measures: [{ function: 'count', as: 'x"; drop table sale; --' }] }, 'malformed_request'],
    [{ dimensions: [{ field: 'note', by: 'month' }] }, 'not_groupable'],
    [{ dimensions: [{ field: 'day', by: 'fortnight' }] }, 'malformed_request'],
    [{ dimensions: ['kind', 'day', 'note', 'at', 'pieces', 'amount'] }, 'malformed_request'],
    [{ dimensions: ['tags'] }, 'not_groupable'],
    [{ dimensions: [7] }, 'malformed_request'],
    [{ limit: 0 }, 'malformed_request'],
    [{ limit: 10_001 }, 'malformed_request'],
    [{ sort: ['amount'] }, 'unknown_field'],
    [{ having: { '>': [{ var: 'amount' }, 1] } }, 'unknown_field'],
    [{ having: { '>': [{ var: 'count' }, 'x'] } }, 'invalid_filter'],
    [{ having: { var: 'count' } }, 'invalid_filter'],
    [{ filter: { '==': [{ var: '$old.note' }, 'x'] } }, 'unknown_field'],
    [{ filter: { var: 'note' } }, 'invalid_filter'],
  ])('%j is refused', async (query, code) => {
    await expect(ws.admin.aggregate('sale', query)).rejects.toMatchObject({ status: 400, code });
  });

  test('a field that may not be read is unknown wherever it stands', async () => {
    const visitor = await ws.as('visitor');
    for (const query of [
      { measures: [{ function: 'sum', field: 'secret' }] },
      { dimensions: ['secret'] },
      { filter: { '>': [{ var: 'secret' }, 0] } },
    ])
      await expect(visitor.aggregate('sale', query)).rejects.toMatchObject({ status: 400, code: 'unknown_field' });
    await expect(visitor.aggregate('user_session', {})).rejects.toMatchObject({ status: 400 });
  });
});

test('the trash does not count', async () => {
  const { id } = await ws.admin.create('sale', { note: 'bin', amount: 5 });
  const filter = { '==': [{ var: 'note' }, 'bin'] };
  expect(await ws.admin.aggregate('sale', { filter })).toEqual([{ count: 1 }]);
  await ws.admin.delete('sale', id);
  expect(await ws.admin.aggregate('sale', { filter })).toEqual([{ count: 0 }]);
});
