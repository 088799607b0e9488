import { describe, expect, test } from 'vitest';
import type { FieldScreen } from '../ui/screen.ts';
import { pastedRows } from './pasted-rows.ui.ts';

const screen: FieldScreen = {
  language: 'en',
  timeZone: 'UTC',
  currency: 'EUR',
  country: 'DE',
  label: (label) => (typeof label === 'string' ? label : ''),
  optionsOf: () => [],
  parentSetOf: () => undefined,
  entityLabel: (entity) => ({ one: entity, many: entity }),
  fieldsOf: () => ({}),
  hrefOf: () => '',
  open: () => undefined,
  records: { find: async () => [], create: async () => null, canCreate: () => false, remember: () => undefined },
};
const column = (name: string, type: string, readOnly = false) => ({
  name,
  field: { type, entity: 'x' },
  required: false,
  readOnly,
});
const columns = [
  column('what', 'text'),
  column('count', 'integer'),
  column('total', 'decimal', true),
  column('book', 'lookup'),
];

describe('what is pasted into a table of rows', () => {
  test('is read cell by cell, each by the type of its column', () => {
    expect(pastedRows('Pens\t1,200\nInk\t3\n', columns, screen)).toEqual([
      { what: 'Pens', count: 1200 },
      { what: 'Ink', count: 3 },
    ]);
  });
  test('leaves fixed columns and relations alone', () => {
    expect(pastedRows('Pens\t1\t99\tSome book', columns, screen)).toEqual([{ what: 'Pens', count: 1 }]);
  });
  test('keeps what cannot be read as it is, for the form to refuse', () => {
    expect(pastedRows('Pens\tmany', columns, screen)).toEqual([{ what: 'Pens', count: 'many' }]);
  });
  test('is no table where it is a single cell', () => {
    expect(pastedRows('Pens', columns, screen)).toEqual([]);
  });
});
