// The page on meaning, docs/expressions.md, as examples. That SQL means the same is the agreement test's to say.
import { describe, expect, test } from 'vitest';
import { holds, otherId, someId, valueOf } from './fixtures.ts';

describe('Null', () => {
  test('a comparison with it is false, and so its negation is true', () => {
    for (const op of ['==', '<', '<=', '>', '>=']) {
      expect(holds({ [op]: [{ var: 'price' }, 1] })).toBe(false);
      expect(holds({ '!': { [op]: [{ var: 'price' }, 1] } })).toBe(true);
    }
    expect(holds({ '==': [{ var: 'owner' }, { var: '$user.id' }] }, { owner: null }, { user: { id: null } })).toBe(
      false,
    );
    expect(holds({ '<=': [0, { var: 'price' }, 5] })).toBe(false);
  });

  test('differs from every value, and not from another null', () => {
    expect(holds({ '!=': [{ var: 'title' }, 'a'] })).toBe(true);
    expect(holds({ '!=': [{ var: 'title' }, { var: '$old.title' }] }, { title: 'a' }, { old: { title: null } })).toBe(
      true,
    );
    expect(holds({ '!=': [{ var: 'title' }, { var: '$old.title' }] }, { title: null }, { old: { title: null } })).toBe(
      false,
    );
    expect(holds({ '!=': [{ var: 'title' }, 'a'] }, { title: 'a' })).toBe(false);
  });

  test('written out, asks whether there is a value', () => {
    expect(holds({ '==': [{ var: 'title' }, null] })).toBe(true);
    expect(holds({ '==': [null, { var: 'title' }] }, { title: '' })).toBe(false);
    expect(holds({ '!=': [{ var: 'tags' }, null] }, { tags: [] })).toBe(true);
  });

  test('goes through sums and functions, but not through text', () => {
    expect(valueOf({ '+': [{ var: 'price' }, 1] })).toBeNull();
    expect(valueOf({ upper: [{ var: 'title' }] })).toBeNull();
    expect(valueOf({ date_add: [{ var: 'due' }, 1, 'day'] })).toBeNull();
    expect(valueOf({ cat: ['<', { var: 'title' }, { var: 'price' }, '>'] })).toBe('<>');
    expect(valueOf({ max: [{ var: 'price' }, 2, null] })).toBe(2);
    expect(valueOf({ coalesce: [{ var: 'title' }, 'untitled'] })).toBe('untitled');
  });

  test('is in no list, and no list has it', () => {
    expect(holds({ in: [{ var: 'title' }, ['a', null]] })).toBe(false);
    expect(holds({ in: ['a', { var: 'tags' }] }, { tags: null })).toBe(false);
    expect(holds({ has_all: [{ var: 'tags' }, [null]] }, { tags: [null] })).toBe(false);
  });
});

describe('Truth', () => {
  test('null, false, blank text, zero and the empty list are false; all else is true', () => {
    expect(holds({ var: 'lent' }, { lent: null })).toBe(false);
    expect(holds({ '!!': [{ var: 'title' }] }, { title: '' })).toBe(false);
    expect(holds({ '!!': [{ var: 'price' }] }, { price: '0.00' })).toBe(false);
    expect(holds({ '!!': [{ var: 'tags' }] }, { tags: [] })).toBe(false);
    expect(holds({ '!!': [{ var: 'title' }] }, { title: '0' })).toBe(true);
    expect(holds({ var: 'due' }, { due: '2026-01-01' })).toBe(true);
    expect(valueOf({ and: [{ var: 'title' }, 1] }, { title: 'a' })).toBe(true);
  });

  test('nothing to fulfil is true, nothing to choose from is false, an empty list has nothing in it', () => {
    expect(holds({ and: [] })).toBe(true);
    expect(holds({ or: [] })).toBe(false);
    expect(holds({ in: [{ var: 'title' }, []] }, { title: 'a' })).toBe(false);
    expect(holds({ has_any: [{ var: 'tags' }, []] }, { tags: ['a'] })).toBe(false);
    expect(holds({ has_all: [{ var: 'tags' }, []] }, { tags: [] })).toBe(true);
  });

  test('a blank is null, blank text or an empty list', () => {
    for (const title of [null, undefined, '']) expect(holds({ is_blank: { var: 'title' } }, { title })).toBe(true);
    expect(holds({ is_blank: { var: 'title' } }, { title: ' ' })).toBe(false);
    expect(holds({ is_blank: { var: 'tags' } }, { tags: [] })).toBe(true);
    expect(holds({ is_blank: { var: 'price' } }, { price: 0 })).toBe(false);
    expect(holds({ is_blank: { var: 'lent' } }, { lent: false })).toBe(false);
  });

  test('an if without an otherwise gives null', () => {
    expect(valueOf({ if: [{ var: 'lent' }, 'yes'] })).toBeNull();
    expect(valueOf({ if: [false, 1, { var: 'lent' }, 2, 3] }, { lent: true })).toBe(2);
  });
});

describe('Numbers', () => {
  test('are exact decimals, folded from the left', () => {
    expect(valueOf({ '+': [0.1, 0.2] })).toBe(0.3);
    expect(valueOf({ '-': [10, 1, 2] })).toBe(7);
    expect(valueOf({ '*': [{ var: 'price' }, 3] }, { price: '12345678901234567.89' })).toBe('37037036703703703.67');
    expect(valueOf({ '-': [{ var: 'price' }] }, { price: 0 })).toBe(0);
  });

  test('a quotient has 12 places, rounded half away from zero', () => {
    expect(valueOf({ '/': [1, 3] })).toBe(0.333333333333);
    expect(valueOf({ '/': [2, 3] })).toBe(0.666666666667);
    expect(valueOf({ '/': [-1, 8e11] })).toBe(-1e-12);
    expect(valueOf({ '/': [-1, 2e12] })).toBe(-1e-12);
    expect(valueOf({ '/': [1, 2.000001e12] })).toBe(0);
  });

  test('a remainder has the sign of the dividend; division by zero is null', () => {
    expect(valueOf({ '%': [-7, 3] })).toBe(-1);
    expect(valueOf({ '%': [5.5, 2] })).toBe(1.5);
    expect(valueOf({ '/': [1, 0] })).toBeNull();
    expect(valueOf({ '%': [1, { var: 'price' }] }, { price: 0 })).toBeNull();
  });

  test('are the same whether they come as numbers or as text', () => {
    expect(holds({ '==': [{ var: 'price' }, 1.5] }, { price: '1.50' })).toBe(true);
    expect(holds({ in: [{ var: 'price' }, ['12345678901234567.890']] }, { price: '12345678901234567.89' })).toBe(true);
    expect(holds({ '<': [{ var: 'price' }, '12345678901234567.90'] }, { price: '12345678901234567.89' })).toBe(true);
  });
});

describe('Text', () => {
  test('contains and starts_with pay no heed to case, in does', () => {
    expect(holds({ contains: [{ var: 'title' }, 'ÉCOLE'] }, { title: 'Une école' })).toBe(true);
    expect(holds({ contains: [{ var: 'title' }, '100%'] }, { title: '1000' })).toBe(false);
    expect(holds({ starts_with: [{ var: 'title' }, '华为'] }, { title: '华为技术' })).toBe(true);
    expect(holds({ in: ['école', { var: 'title' }] }, { title: 'Une École' })).toBe(false);
    expect(holds({ contains: [{ var: 'title' }, ''] }, { title: '' })).toBe(true);
  });

  test('is counted and cut in characters', () => {
    expect(valueOf({ length: ['a😀b'] })).toBe(3);
    expect(valueOf({ substr: ['a😀bc', 1, 2] })).toBe('😀b');
    expect(valueOf({ substr: ['jsonlogic', -5] })).toBe('logic');
    expect(valueOf({ substr: ['jsonlogic', 4, -2] })).toBe('log');
    expect(valueOf({ substr: ['ab', -5, -5] })).toBe('');
  });

  test('is ordered by code point', () => {
    expect(holds({ '<': ['Z', 'a', '\ufffd'] })).toBe(true);
    expect(holds({ '<': ['\ufffd', '😀'] })).toBe(true);
  });

  test('values become text as people read them, in their own time zone', () => {
    const record = { price: '1.50', due: '2026-03-31', seen_at: '2026-03-31T16:05:09Z', opens: '09:30', lent: false };
    const parts = ['price', 'due', 'seen_at', 'opens', 'lent'].flatMap((name) => [{ var: name }, '|']);
    expect(valueOf({ cat: parts }, record)).toBe('1.5|2026-03-31|2026-04-01 00:05|09:30|false|');
  });
});

describe('Dates', () => {
  test('a date beside a datetime is the start of its day in the time zone of the asker', () => {
    const earlyInShanghai = { seen_at: '2026-03-31T16:00:00Z' };
    expect(holds({ '>=': [{ var: 'seen_at' }, '2026-04-01'] }, earlyInShanghai)).toBe(true);
    expect(holds({ '>=': [{ var: 'seen_at' }, '2026-04-01'] }, earlyInShanghai, { timeZone: 'UTC' })).toBe(false);
    expect(holds({ '<': [{ var: 'due' }, '2026-04-01T00:00:00+08:00'] }, { due: '2026-04-01' })).toBe(false);
  });

  test('sums stay in the month, and on the wall clock', () => {
    expect(valueOf({ date_add: ['2026-01-31', 1, 'month'] })).toBe('2026-02-28');
    expect(valueOf({ date_add: ['2024-02-29', -1, 'year'] })).toBe('2023-02-28');
    const summerTime = { timeZone: 'Europe/Berlin' };
    const at = { seen_at: '2026-03-28T09:00:00Z' };
    expect(valueOf({ date_add: [{ var: 'seen_at' }, 1, 'day'] }, at, summerTime)).toBe('2026-03-29T08:00:00.000Z');
  });

  test('what leaves the calendar is null', () => {
    expect(valueOf({ date_add: ['9999-12-31', 1, 'day'] })).toBeNull();
    expect(valueOf({ date_add: ['2026-01-01', 4_001, 'year'] })).toBeNull();
    expect(valueOf({ date_add: ['2026-01-01', 1.9, 'day'] })).toBe('2026-01-02');
  });

  test('weeks begin on Monday; a period ends with its last day or microsecond', () => {
    expect(valueOf({ start_of: ['2026-04-05', 'week'] })).toBe('2026-03-30');
    expect(valueOf({ end_of: ['2026-03-30', 'week'] })).toBe('2026-04-05');
    expect(valueOf({ end_of: ['2026-02-10', 'quarter'] })).toBe('2026-03-31');
    expect(valueOf({ start_of: [{ var: '$now' }, 'month'] })).toBe('2026-03-31T16:00:00.000Z');
    expect(valueOf({ end_of: [{ var: '$now' }, 'month'] })).toBe('2026-04-30T15:59:59.999999Z');
  });

  test('parts and differences are those of the day in the time zone of the asker', () => {
    const record = { seen_at: '2026-03-31T16:00:00Z' };
    expect(valueOf({ month: [{ var: 'seen_at' }] }, record)).toBe(4);
    expect(valueOf({ day: [{ var: 'seen_at' }] }, record, { timeZone: 'UTC' })).toBe(31);
    expect(valueOf({ date_diff: ['2026-03-01', { var: 'seen_at' }] }, record)).toBe(31);
    expect(valueOf({ date_diff: ['2026-03-01', '2026-02-27'] })).toBe(-2);
  });
});

describe('Records', () => {
  test('a relation is an id, or a record with one, through which paths lead', () => {
    const record = { owner: { id: someId.toUpperCase(), name: 'Ada' } };
    expect(holds({ '==': [{ var: 'owner' }, someId] }, record)).toBe(true);
    expect(holds({ '==': [{ var: 'owner' }, otherId] }, record)).toBe(false);
    expect(holds({ '==': [{ var: 'owner.name' }, 'Ada'] }, record)).toBe(true);
    expect(valueOf({ var: 'owner.name' }, { owner: someId })).toBeNull();
    expect(
      holds({ in: [{ var: 'owner' }, { var: '$user.teams' }] }, record, { user: { teams: [{ id: someId }] } }),
    ).toBe(true);
  });

  test('what does not fit its type reads as null', () => {
    expect(valueOf({ var: 'due' }, { due: '2026-02-30' })).toBeNull();
    expect(valueOf({ var: 'price' }, { price: 'twelve' })).toBeNull();
    expect(valueOf({ var: 'title' }, { title: 12 })).toBeNull();
    expect(valueOf({ var: 'lent' }, { lent: 'true' })).toBeNull();
  });

  test('nothing is read from prototypes', () => {
    expect(valueOf({ var: 'title' }, Object.create({ title: 'inherited' }))).toBeNull();
    expect(holds({ '==': [{ var: 'owner' }, someId] }, { owner: Object.create({ id: someId }) })).toBe(false);
  });
});
