// What the agreement test asks about: a table with two columns of nearly every type, and rows full of edge values.
import fc, { type Arbitrary } from 'fast-check';
import type { ValueType } from '../types.ts';

export interface Column {
  readonly type: ValueType;
  readonly sqlType: string;
}

/** Two kinds of number, since integers behave otherwise in SQL. */
export const columns: { readonly [name: string]: Column } = {
  title: { type: 'text', sqlType: 'text' },
  code: { type: 'text', sqlType: 'text' },
  price: { type: 'number', sqlType: 'numeric(30, 12)' },
  pages: { type: 'number', sqlType: 'integer' },
  lent: { type: 'boolean', sqlType: 'boolean' },
  rare: { type: 'boolean', sqlType: 'boolean' },
  due: { type: 'date', sqlType: 'date' },
  printed: { type: 'date', sqlType: 'date' },
  seen_at: { type: 'datetime', sqlType: 'timestamptz' },
  made_at: { type: 'datetime', sqlType: 'timestamptz' },
  opens: { type: 'time', sqlType: 'time' },
  owner: { type: 'id', sqlType: 'uuid' },
  shelf: { type: 'id', sqlType: 'uuid' },
  notes: { type: 'json', sqlType: 'jsonb' },
  tags: { type: 'text[]', sqlType: 'text[]' },
  scores: { type: 'number[]', sqlType: 'numeric[]' },
  readers: { type: 'id[]', sqlType: 'uuid[]' },
};

export const texts = [
  '', ' ', 'a', 'A', 'ab', 'aB_c', '50%', '50', '\\', 'İ', 'i', 'Σς', 'σΣ', 'ß', 'SS', 'ŉ', 'ᾳ', 'Ǆ', '华为', '华为技术有限公司', '😀', '\ufffd', 'x😀y',
  ' \t\u3000padded\u00a0', 'e\u0301', 'é', "o'clock", '0', 'null', 'true', '𠀀', '！', 'ﬀ',
]; // prettier-ignore

export const numbers = [
  0, 1, -1, 2, 3, 7, 10, 0.1, -0.1, 0.5, 1.5, 2.5, -2.5, 0.3, 1e-12, -1e-12, 12.34, 1_000_000, 123_456_789_012_345, 400, -400,
  '12345678901234567.123456789012', '-99999999999999999.999999999999', '0.000000000001', '1.50',
]; // prettier-ignore

const wholes = [0, 1, -1, 2, 7, 12, 30, 365, -12, 2_147_483_647, -2_147_483_648];

export const dates = [
  '0001-01-01', '1582-10-10', '1900-02-28', '2000-02-29', '2024-02-29', '2025-03-30', '2026-01-31', '2026-03-31', '2026-04-01',
  '2026-11-01', '2026-12-28', '2027-01-01', '2027-01-03', '2027-01-04', '9999-12-26', '9999-12-27', '9999-12-31',
]; // prettier-ignore

/** Among them the hours where clocks change, and microseconds. */
export const datetimes = [
  '1905-06-15T12:00:00Z', '1970-01-01T00:00:00Z', '2018-11-04T02:59:59.999999Z', '2024-02-29T23:30:00Z', '2025-03-30T00:59:59.999Z',
  '2025-03-30T01:00:00Z', '2025-11-02T05:30:00Z', '2025-11-02T06:30:00+00:00', '2026-03-31T15:59:59.999999Z', '2026-03-31T16:00:00Z',
  '2026-03-31T23:59:59.000001+08:00', '2026-10-03T16:00:00Z', '2026-12-31T18:15:00.5Z', '9990-12-31T23:59:59Z',
]; // prettier-ignore

export const times = ['00:00', '00:00:00', '09:30', '09:30:00.000001', '12:00:00.5', '23:59:59.999999'];

export const ids = [
  '00000000-0000-0000-0000-000000000000',
  '0198c0de-0000-7000-8000-000000000001',
  '0198C0DE-0000-7000-8000-00000000000A',
];

export const zones = [
  'UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia',
  'Africa/Cairo',
]; // prettier-ignore

const jsons = [{}, { a: 1 }, [], [1], '', 'x', 0, false, true];

export function valueOf(type: ValueType): Arbitrary<unknown> {
  switch (type) {
    case 'text':
      return fc.constantFrom(...texts);
    case 'number':
      return fc.constantFrom(...numbers);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom(...dates);
    case 'datetime':
      return fc.constantFrom(...datetimes);
    case 'time':
      return fc.constantFrom(...times);
    case 'id':
      return fc.constantFrom(...ids);
    case 'json':
      return fc.constantFrom(...jsons);
    case 'text[]':
      return fc.array(fc.constantFrom(...texts.slice(0, 6)), { maxLength: 3 });
    case 'number[]':
      return fc.array(fc.constantFrom(0, 1, 2, '1.50', 0.1), { maxLength: 3 });
    case 'id[]':
      return fc.array(fc.constantFrom(...ids), { maxLength: 3 });
    case 'null':
      return fc.constant(null);
  }
}

export interface Row {
  readonly [name: string]: unknown;
}

/** A record as it stands in JSON. */
const fields: Arbitrary<Row> = fc.record(
  Object.fromEntries(
    Object.entries(columns).map(([name, { type, sqlType }]) => {
      const value = sqlType === 'integer' ? fc.constantFrom(...wholes) : valueOf(type);
      return [name, fc.option(value, { freq: 4 })];
    }),
  ),
);

/** Rows of rows of rows have the same names as the record itself. */
const chapters = (levels: number): Arbitrary<readonly Row[]> =>
  levels === 0
    ? fc.constant([])
    : fc.array(
        fc.tuple(fields, chapters(levels - 1)).map(([row, below]) => ({ ...row, chapters: below })),
        { maxLength: 3, size: 'max' },
      );

export const row: Arbitrary<Row> = fc
  .tuple(fields, chapters(3))
  .map(([record, below]) => ({ ...record, chapters: below }));

export function chaptersOf(row: Row): readonly Row[] {
  const below = row['chapters'];
  return Array.isArray(below) ? below : [];
}
