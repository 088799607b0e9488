import { describe, expect, test } from 'vitest';
import { isDate } from './dates.ts';
import { fromWall, readDatetime, readTime, toWall, writeDatetime, writeTime } from './datetimes.ts';

describe('Dates', () => {
  test('are days that there are', () => {
    for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isDate(text), text).toBe(true);
    for (const text of [
      '2026-02-29',
      '1900-02-29',
      '0000-12-31',
      '2026-13-01',
      '2026-00-01',
      '2026-04-31',
      '2026-4-1',
      '2026-01-01 ',
      '10000-01-01',
    ]) {
      expect(isDate(text), text).toBe(false);
    }
  });
});

describe('Datetimes', () => {
  test('with any zone have one form', () => {
    for (const text of [
      '2026-03-31T16:00:00Z',
      '2026-04-01T00:00+08:00',
      '2026-04-01 00:00:00.000+08',
      '2026-03-31T10:30:00-0530',
    ]) {
      expect(readDatetime(text), text).toBe('2026-03-31T16:00:00.000000Z');
    }
    expect(writeDatetime('2026-03-31T16:00:00.120000Z')).toBe('2026-03-31T16:00:00.120Z');
    expect(writeDatetime('2026-03-31T16:00:00.120001Z')).toBe('2026-03-31T16:00:00.120001Z');
  });

  test('need a zone, and an hour and a day that there are', () => {
    for (const text of ['2026-03-31T16:00:00', '2026-02-30T16:00Z', '2026-03-31T24:00Z', '2026-03-31', 'now']) {
      expect(readDatetime(text), text).toBeNull();
    }
  });

  test('have a wall clock in every zone, and come back from it', () => {
    expect(toWall('2026-03-31T16:00:00.000001Z', 'Asia/Shanghai')).toBe('2026-04-01T00:00:00.000001');
    expect(toWall('1900-01-01T00:00:00.000000Z', 'Asia/Shanghai')).toBe('1900-01-01T08:05:43.000000');
    for (const zone of ['Asia/Kathmandu', 'America/New_York', 'Pacific/Apia', 'UTC']) {
      const instant = '2026-07-15T12:34:56.789000Z';
      expect(fromWall(toWall(instant, zone) ?? '', zone)).toBe(instant);
    }
  });

  test('an hour that clocks leave out counts from before the change, one that comes twice as the second', () => {
    expect(fromWall('2026-03-29T02:30:00.000000', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000000Z');
    expect(fromWall('2026-10-25T02:30:00.000000', 'Europe/Berlin')).toBe('2026-10-25T01:30:00.000000Z');
    expect(fromWall('2018-11-04T00:00:00.000000', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000000Z');
  });
});

describe('Times of day', () => {
  test('are written to the second, with a fraction where there is one', () => {
    expect(writeTime(readTime('09:30') ?? '')).toBe('09:30:00');
    expect(writeTime(readTime('10:20:30.5') ?? '')).toBe('10:20:30.5');
    for (const text of ['24:00', '9:30', '09:60', '']) expect(readTime(text)).toBeNull();
  });
});
