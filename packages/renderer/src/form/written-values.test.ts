import { describe, expect, test } from 'vitest';
import type { PublishedField } from '@trellis/client/metadata';
import { isSameValue } from './same-value.ts';
import { writtenValues } from './written-values.ts';

const fields: Readonly<Record<string, Readonly<Record<string, PublishedField>>>> = {
  order: {
    buyer: { type: 'lookup', entity: 'person' },
    about: { type: 'related_to', entities: ['book', 'person'] },
    readers: { type: 'multi_lookup', entity: 'person' },
    lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
  },
  line: {
    id: { type: 'text', system: true, read_only: true },
    order: { type: 'lookup', entity: 'order' },
    book: { type: 'lookup', entity: 'book' },
    title: { type: 'text' },
    number: { type: 'auto_number' },
    version: { type: 'integer', system: true, read_only: true },
  },
};
const model = {
  field(entity: string, name: string) {
    const field = fields[entity]?.[name];
    return field && { entity, name, field };
  },
};

describe('values as they are written', () => {
  test('a relation of any kind is written as its id', () => {
    const read = {
      buyer: { id: 'p1', title: 'Ann' },
      about: { id: 'b1', title: 'Book', entity: 'book' },
      readers: [{ id: 'p2', title: 'Bo' }],
    };
    expect(writtenValues(model, 'order', read)).toEqual({
      buyer: 'p1',
      about: { entity: 'book', id: 'b1' },
      readers: ['p2'],
    });
  });
  test('a row keeps its id and what people fill in, also a field that is called title', () => {
    const row = { id: 'l1', title: 'First', book: { id: 'b1', title: 'Book' }, order: 'o1', number: 'N-1', version: 3 };
    expect(writtenValues(model, 'order', { lines: [row] })).toEqual({
      lines: [{ id: 'l1', title: 'First', book: 'b1' }],
    });
  });
  test('what is blank is written as null', () => {
    expect(writtenValues(model, 'order', { buyer: undefined })).toEqual({ buyer: null });
  });
});

describe('two values', () => {
  test('are the same when both are blank, however that is said', () => {
    expect(isSameValue(undefined, null)).toBe(true);
    expect(isSameValue('', [])).toBe(true);
  });
  test('are the same when their members only come in another order', () => {
    expect(isSameValue({ city: 'B', street: 'G' }, { street: 'G', city: 'B' })).toBe(true);
    expect(isSameValue({ city: 'B' }, { city: 'C' })).toBe(false);
  });
  test('are the same relation when only the title differs', () => {
    expect(isSameValue({ id: '1', title: 'Ann' }, { id: '1', title: 'Ann B.' })).toBe(true);
  });
});
