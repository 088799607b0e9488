import { describe, expect, test } from 'vitest';
import { hrefOf } from './address.ts';
import { parseSearch, stringifySearch, textsOf } from './search-params.ts';

describe('an address', () => {
  test('names entity, record and tab', () => {
    expect(hrefOf({ to: 'record', entity: 'book', id: 'b1', tab: 'history' })).toBe('/book/b1?tab=history');
    expect(hrefOf({ to: 'list', entity: 'book' })).toBe('/book');
  });

  test('carries the values of a new record', () => {
    const href = hrefOf({ to: 'create', entity: 'book', values: { state: 'new' } });
    expect(parseSearch(href.slice(href.indexOf('?')))).toEqual({ values: '{"state":"new"}' });
  });

  test('keeps commas and colons readable, and gives back what it was given', () => {
    const search = { sort: '-year,name', filter: '{"==":[{"var":"a&b"},"c=d"]}', view: '' };
    expect(stringifySearch(search)).toContain('sort=-year,name');
    expect(parseSearch(stringifySearch(search))).toEqual({ sort: search.sort, filter: search.filter });
  });

  test('is read for the members that a page knows, as far as they are texts', () => {
    expect(textsOf('q', 'sort')({ q: 'dune', sort: 3, other: 'x' })).toEqual({ q: 'dune' });
  });
});
