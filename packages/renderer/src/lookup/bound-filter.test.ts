import { describe, expect, test } from 'vitest';
import { boundFilter } from './bound-filter.ts';

const sameOwner = {
  and: [{ '==': [{ var: 'owner' }, { var: '$record.buyer' }] }, { '==': [{ var: 'active' }, true] }],
};

describe('the filter of a look-up', () => {
  test('gets the values of the record that is being edited, a relation as its id', () => {
    expect(boundFilter(sameOwner, { buyer: { id: 'p1', title: 'Ann' } })).toEqual({
      and: [{ '==': [{ var: 'owner' }, 'p1'] }, { '==': [{ var: 'active' }, true] }],
    });
  });
  test('holds nothing back while a value that it needs is blank', () => {
    expect(boundFilter(sameOwner, { buyer: null })).toBeUndefined();
  });
  test('stays as it is where it speaks of no record', () => {
    expect(boundFilter({ '!': [{ var: 'closed' }] }, {})).toEqual({ '!': [{ var: 'closed' }] });
  });
});
