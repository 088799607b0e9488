import { describe, expect, test } from 'vitest';
import { holds, problemsOf, sqlOf, typed, valueOf, whereOf } from './fixtures.ts';
import { translate } from './messages.ts';

const lines = { var: 'lines' };
const amount = { var: 'amount' };
const order = {
  title: 'Ulysses',
  price: 10,
  lines: [
    { amount: 5, due: '2026-03-01', product: { price: 4 }, parts: [{ amount: 1 }, { amount: 12 }] },
    { amount: 20, due: '2026-01-01', tags: ['new'], parts: [] },
    { amount: null, due: null },
  ],
};

describe('Rows of a child table', () => {
  test('plain names are the row’s, `$record` is what the rows belong to', () => {
    expect(valueOf({ count: [lines, { '>': [amount, { var: '$record.price' }] }] }, order)).toBe(1);
    expect(valueOf({ count: [lines, { '==': [{ var: '$record.title' }, 'Ulysses'] }] }, order)).toBe(3);
    expect(valueOf({ sum: [lines, { var: 'product.price' }] }, order)).toBe(4);
    expect(holds({ some: [lines, { '<': [{ var: 'due' }, { var: '$today' }] }] }, order)).toBe(true);
    expect(typed({ count: [{ var: '$record.lines' }] })).toEqual(typed({ count: [lines] }));
  });

  test('values that are null are passed over', () => {
    expect(valueOf({ sum: [lines, amount] }, order)).toBe(25);
    expect(valueOf({ average: [lines, amount] }, order)).toBe(12.5);
    expect(valueOf({ minimum: [lines, { var: 'due' }] }, order)).toBe('2026-01-01');
    expect(valueOf({ maximum: [lines, amount, { '<': [amount, 10] }] }, order)).toBe(5);
  });

  test('of no rows all is false, none true, count and sum are 0, the others null', () => {
    for (const record of [{ lines: [] }, { lines: null }, {}, { lines: 'soon' }]) {
      expect(holds({ all: [lines, true] }, record)).toBe(false);
      expect(holds({ some: [lines, true] }, record)).toBe(false);
      expect(holds({ none: [lines, true] }, record)).toBe(true);
      expect(valueOf({ count: [lines] }, record)).toBe(0);
      expect(valueOf({ sum: [lines, amount] }, record)).toBe(0);
      for (const name of ['average', 'minimum', 'maximum'])
        expect(valueOf({ [name]: [lines, amount] }, record)).toBeNull();
    }
  });

  test('rows of rows are gone through from the row', () => {
    const parts = { var: 'parts' };
    expect(holds({ some: [lines, { some: [parts, { '>': [amount, { var: '$record.amount' }] }] }] }, order)).toBe(true);
    expect(valueOf({ sum: [lines, { count: [parts] }] }, order)).toBe(2);
    const others = { var: '$record.lines' };
    expect(valueOf({ count: [lines, { '<': [amount, { maximum: [others, amount] }] }] }, order)).toBe(1);
    expect(valueOf({ count: [lines, { all: [others, { var: '$record.price' }] }] }, order)).toBe(3);
    expect(valueOf({ count: [lines, { none: [{ var: 'tags' }, { '==': [{ var: '' }, 'new'] }] }] }, order)).toBe(2);
    expect(holds({ some: [lines, { some: [{ var: 'tags' }, { '<': [{ var: '$record.amount' }, 30] }] }] }, order)).toBe(
      true,
    );
  });

  test('rows of rows of rows are deep enough', () => {
    const parts = { var: 'parts' };
    const deep = (levels: number): unknown => (levels === 0 ? true : { some: [parts, deep(levels - 1)] });
    expect(problemsOf({ some: [lines, deep(2)] })).toEqual([]);
    expect(problemsOf({ some: [lines, deep(3)] })).toMatchObject([
      { path: '/some/1/some/1/some/1/some/0', code: 'rows_too_deep' },
    ]);
  });

  test('some is also spelt any', () => {
    expect(holds({ any: [lines, { '>': [amount, 10] }] }, order)).toBe(true);
  });
});

describe('Lists', () => {
  test('the empty name is the member at hand', () => {
    const list = { tags: ['b', null, 'a'], scores: [1, 2, 3.5] };
    expect(holds({ some: [{ var: 'tags' }, { '==': [{ var: '' }, 'a'] }] }, list)).toBe(true);
    expect(holds({ all: [{ var: 'tags' }, { '!=': [{ var: '' }, 'c'] }] }, list)).toBe(true);
    expect(
      valueOf({ map: [{ var: 'scores' }, { '*': [{ var: '' }, { var: '$record.price' }] }] }, { ...list, price: 2 }),
    ).toEqual([2, 4, 7]);
    expect(valueOf({ filter: [{ var: 'tags' }, { is_blank: [{ var: '' }] }] }, list)).toEqual([null]);
    expect(valueOf({ sum: [{ var: 'scores' }] }, list)).toBe(6.5);
    expect(valueOf({ maximum: [{ var: 'scores' }, { '-': [{ var: '' }] }] }, list)).toBe(-1);
    expect(valueOf({ average: [{ var: 'scores' }] }, list)).toBe(2.166666666667);
    expect(valueOf({ average: [1, null, 2] })).toBe(1.5);
  });

  test('reduce takes each member into what has been made of those before', () => {
    const text = { cat: [{ var: 'accumulator' }, ',', { var: 'current' }] };
    expect(valueOf({ reduce: [{ var: 'tags' }, text, ''] }, { tags: ['a', 'b'] })).toBe(',a,b');
    expect(valueOf({ reduce: [{ var: 'tags' }, text, 'x'] }, { tags: [] })).toBe('x');
    expect(valueOf({ reduce: [{ var: 'tags' }, text, null] }, {})).toBeNull();
    const count = { '+': [{ var: 'accumulator' }, { length: [{ var: 'current' }] }] };
    expect(valueOf({ reduce: [{ var: 'tags' }, count, 0] }, { tags: ['ab', 'c'] })).toBe(3);
  });

  test('what is null is no list, and has no members', () => {
    expect(holds({ all: [{ var: 'tags' }, true] })).toBe(false);
    expect(holds({ none: [{ var: 'tags' }, true] })).toBe(true);
    expect(valueOf({ map: [{ var: 'tags' }, { var: '' }] })).toEqual([]);
    expect(valueOf({ filter: [null, true] })).toEqual([]);
    expect(valueOf({ merge: [{ var: 'tags' }, 'a', null] })).toEqual(['a', null]);
  });

  test('a list of more than 10,000 members is not gone through, nor lists in one another that come to more', () => {
    const tags = (count: number) => ({ tags: Array.from({ length: count }, () => 'a') });
    const nested = { all: [{ var: 'tags' }, { all: [{ var: '$record.tags' }, true] }] };
    expect(valueOf({ count: [{ var: 'tags' }] }, tags(10_000))).toBe(10_000);
    expect(valueOf({ count: [{ var: 'tags' }] }, tags(10_001))).toBeNull();
    expect(holds({ none: [{ var: 'tags' }, false] }, tags(10_001))).toBe(false);
    expect(valueOf({ merge: [{ var: 'tags' }, { var: 'tags' }] }, tags(5_001))).toBeNull();
    expect(valueOf(nested, tags(100))).toBe(true);
    expect(valueOf(nested, tags(101))).toBe(false);
  });

  test('what is made for every member, or carried along, stays of a bounded size', () => {
    const many = { scores: Array.from({ length: 200 }, () => 7) };
    const doubled = { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] };
    expect(valueOf({ length: [{ reduce: [{ var: 'scores' }, doubled, 'a'] }] }, { scores: [1, 2, 3] })).toBe(8);
    expect(valueOf({ reduce: [{ var: 'scores' }, { coalesce: [doubled, 'over'] }, 'a'] }, many)).not.toContain(
      'aaaaa'.repeat(2_001),
    );
    expect(
      valueOf({ reduce: [{ var: 'scores' }, { '*': [{ var: 'accumulator' }, { var: 'current' }] }, 1] }, many),
    ).toBeNull();
    expect(valueOf({ map: [[1], { repeat: ['a', 10_001] }] })).toEqual([null]);
  });
});

describe('What does not fit', () => {
  test('is told with its place', () => {
    expect(problemsOf({ some: [{ var: 'title' }, true] })).toMatchObject([
      { path: '/some/0', code: 'operand_type', message: '"some" needs a child table or a list here, not text.' },
    ]);
    expect(problemsOf({ map: [lines, amount] })).toMatchObject([
      { path: '/map/0', message: '"map" needs a list here, not the rows of a child table.' },
    ]);
    expect(problemsOf({ sum: [lines] })).toMatchObject([{ code: 'operand_count', hint: 'It takes 2–3.' }]);
    expect(problemsOf({ sum: [lines, { var: 'due' }] })).toMatchObject([{ path: '/sum/1', code: 'operand_type' }]);
    expect(problemsOf({ sum: [{ var: 'tags' }] })).toMatchObject([{ path: '/sum/0', code: 'operand_type' }]);
    expect(problemsOf({ minimum: [lines, { var: 'title' }] })).toMatchObject([
      { path: '/minimum/1', code: 'operand_type' },
    ]);
    expect(problemsOf({ count: [] })).toMatchObject([{ code: 'operand_count' }]);
    expect(problemsOf({ map: [[1, 'a'], { var: '' }] })).toMatchObject([{ path: '/map/0/1', code: 'operand_value' }]);
    expect(problemsOf({ map: [[true], { var: '' }] })).toMatchObject([{ path: '/map/0', code: 'operand_type' }]);
    expect(problemsOf({ reduce: [{ var: 'tags' }, { '+': [{ var: 'accumulator' }, 1] }, ''] })).toMatchObject([
      { path: '/reduce/1/+/0', code: 'operand_type' },
    ]);
    expect(problemsOf({ reduce: [{ var: 'tags' }, { var: 'current' }, ['a']] })).toMatchObject([
      { path: '/reduce/2', code: 'operand_type' },
    ]);
    expect(problemsOf({ missing: ['title', 'secret'] })).toMatchObject([{ code: 'unknown_field' }]);
    expect(problemsOf({ missing: [{ var: 'title' }] })).toMatchObject([{ code: 'operand_count' }]);
  });

  test('names that mean nothing at their place are told, with the name that leads out to the record', () => {
    const [problem] = problemsOf({ some: [lines, { '==': [{ var: 'price' }, 1] }] });
    expect(problem).toMatchObject({
      path: '/some/1/==/0',
      code: 'unknown_field',
      hint: 'Did you mean "$record.price"?',
    });
    expect(problem && translate(problem, 'zh-CN').hint).toBe('是否想用“$record.price”?');
    expect(problemsOf({ '==': [{ var: '' }, 1] })).toMatchObject([{ code: 'unknown_field' }]);
    expect(problemsOf({ map: [{ var: 'tags' }, { var: 'current' }] })).toMatchObject([{ code: 'unknown_field' }]);
    expect(problemsOf({ some: [{ var: 'tags' }, { some: [lines, true] }] })).toMatchObject([
      { path: '/some/1/some/0', code: 'unknown_field', hint: 'Did you mean "$record.lines"?' },
    ]);
  });
});

describe('In SQL', () => {
  test('conditions on rows are asked with exists, which indexes of the child table answer', () => {
    expect(whereOf({ some: [lines, { '>': [amount, { var: '$record.price' }] }] }).text).toBe(
      'exists (select from "lines" where "lines"."above" = "book"."id" and "lines"."amount" > "price")',
    );
    expect(whereOf({ all: [lines, { '>': [amount, 1] }] }).text).toBe(
      '(exists (select from "lines" where "lines"."above" = "book"."id")' +
        ' and not exists (select from "lines" where "lines"."above" = "book"."id" and ("lines"."amount" > $1::bigint) is not true))',
    );
  });

  test('what is gathered from rows is one sub-select', () => {
    expect(sqlOf({ sum: [lines, amount, { '<': [{ var: 'due' }, { var: '$today' }] }] })).toEqual({
      text:
        '(select coalesce(sum(value), 0) from (select "lines"."amount"::numeric as value from "lines"' +
        ' where "lines"."above" = "book"."id" and "lines"."due" < $1::date) as each)',
      values: ['$today'],
    });
  });
});
