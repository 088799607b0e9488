import { describe, expect, test } from 'vitest';
import { createRights } from './rights.ts';

describe('what the asker may do', () => {
  test('a rule for all entities holds for each', () => {
    const can = createRights([{ action: 'read', subject: 'all' }]);
    expect(can('read', 'book')).toBe(true);
    expect(can('update', 'book')).toBe(false);
  });
  test('a later, inverted rule takes back what an earlier one gave', () => {
    const can = createRights([
      { action: 'update', subject: 'book' },
      { action: 'update', subject: 'book', fields: ['price'], inverted: true },
    ]);
    expect(can('update', 'book', { id: '1' }, 'title')).toBe(true);
    expect(can('update', 'book', { id: '1' }, 'price')).toBe(false);
  });
  test('a rule with a condition is asked of the record, and counts as given while it cannot be decided', () => {
    const rules = [{ action: 'update', subject: 'book', conditions: { '==': [{ var: 'owner' }, 'me'] } }];
    const can = createRights(rules, (_conditions, _entity, record) => record['owner'] === 'me');
    expect(can('update', 'book', { owner: 'me' })).toBe(true);
    expect(can('update', 'book', { owner: 'you' })).toBe(false);
    expect(createRights(rules)('update', 'book', { owner: 'you' })).toBe(true);
    expect(can('update', 'book')).toBe(true);
  });
});
