import { describe, expect, test } from 'vitest';
import { directionOf, groupOf, nextSort, readListState, writeListState } from './list-state.ts';

describe('the address of a list', () => {
  test('holds view, search, filter and sort, and gives them back', () => {
    const state = {
      view: 'book_new',
      search: 'dune',
      filter: { '==': [{ var: 'state' }, 'new'] },
      sort: ['-year', 'name'],
      group: 'state',
    };
    expect(readListState(writeListState(state))).toEqual(state);
  });

  test('is empty for a view as it stands', () => {
    expect(
      writeListState({ view: undefined, search: '', filter: undefined, sort: undefined, group: undefined }),
    ).toEqual({});
  });

  test('with a broken filter shows the list without it', () => {
    expect(readListState({ filter: '{"==":[' }).filter).toBeUndefined();
  });
});

test('a column’s head sorts up, then down, then as the view does', () => {
  expect(nextSort([], 'year')).toEqual(['year']);
  expect(nextSort(['year'], 'year')).toEqual(['-year']);
  expect(nextSort(['-year'], 'year')).toBeUndefined();
  expect(nextSort(['-year', 'name'], 'name')).toEqual(['name']);
});

test('a column knows its direction', () => {
  expect([
    directionOf(['-year', 'name'], 'year'),
    directionOf(['-year', 'name'], 'name'),
    directionOf([], 'name'),
  ]).toEqual(['desc', 'asc', undefined]);
});

test('a list is grouped as its address says, else as its view does', () => {
  const address = (group?: string) => readListState(group === undefined ? {} : { group });
  expect(groupOf(address(), { group: 'state' })).toBe('state');
  expect(groupOf(address('year'), { group: 'state' })).toBe('year');
  expect(groupOf(address('none'), { group: 'state' })).toBeUndefined();
});
