import { describe, expect, test } from 'vitest';
import { missingFrom, proposedOptions, withDateOrder, withMapping, withMatch, withValue } from './import-options.ts';

const header = (name: string, field: string | null, match: string | null = null) => ({
  header: name,
  type: 'text',
  samples: [],
  field,
  match,
});
const inspection = {
  encoding: 'UTF-8',
  delimiter: ',',
  has_header: true,
  rows: 2,
  complete: true,
  headers: [header('Name', 'title'), header('Writer', 'author', 'email'), header('Note', null)],
  preview: [],
  faults: [],
  null_texts: ['N/A'],
  date_order: 'mdy' as const,
};
const options = proposedOptions(inspection);

describe('the options of an import', () => {
  test('start with what the inspection proposes', () => {
    expect(options.mapping).toEqual({ Name: 'title', Writer: 'author', Note: null });
    expect(options).toMatchObject({ match: { Writer: 'email' }, null_texts: ['N/A'], date_order: 'mdy' });
  });
  test('fill a field from one column only', () => {
    expect(withMapping(options, 'Note', 'title').mapping).toEqual({ Name: null, Writer: 'author', Note: 'title' });
  });
  test('forget how a column was matched and mapped when it goes into another field', () => {
    const decided = withValue(options, 'Writer', 'A. Lovelace', 'Ada Lovelace');
    expect(withMapping(decided, 'Writer', 'editor')).toMatchObject({ match: {}, values: {} });
  });
  test('leave a column out any number of times', () => {
    const none = withMapping(withMapping(options, 'Name', null), 'Writer', null);
    expect(missingFrom(none)).toBe('mapping');
  });
  test('need a key to update, and lose it with its column', () => {
    const updating = { ...options, mode: 'update' as const };
    expect(missingFrom(updating)).toBe('key');
    const keyed = { ...updating, key: ['title'] };
    expect(missingFrom(keyed)).toBeNull();
    expect(withMapping(keyed, 'Name', null).key).toEqual([]);
  });
  test('take a decision about a value back', () => {
    const decided = withValue(options, 'Writer', 'x', '');
    expect(decided.values['Writer']).toEqual({ x: '' });
    expect(withValue(decided, 'Writer', 'x', undefined).values['Writer']).toEqual({});
  });
  test('leave the order of dates to the file again', () => {
    expect(withDateOrder(options, 'dmy').date_order).toBe('dmy');
    expect(withDateOrder(options, undefined)).not.toHaveProperty('date_order');
  });
  test('match a look-up by its title again', () => {
    expect(withMatch(options, 'Writer', undefined).match).toEqual({});
  });
});
