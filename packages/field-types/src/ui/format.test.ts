import { describe, expect, test } from 'vitest';
import { groupDigits } from '../phone/group-digits.ts';
import { addressText } from '../address/address-text.ts';
import { formatDate, formatDuration, formatInstant, formatMoney, formatNumber } from './format.ts';

describe('values on screens', () => {
  test('a whole amount has no decimals, another has those of its currency', () => {
    expect(formatMoney(1280000, 'zh-CN', 'CNY')).toBe('¥1,280,000');
    expect(formatMoney(12.5, 'en', 'USD')).toBe('$12.50');
  });
  test('a number of more than 15 digits keeps every digit', () => {
    expect(formatNumber('12345678901234567890.5', 'en', { maximumFractionDigits: 20 })).toBe(
      '12,345,678,901,234,567,890.5',
    );
  });
  test('a date is written out in English and kept in Chinese', () => {
    expect(formatDate('2026-12-31', 'en')).toBe('Dec 31, 2026');
    expect(formatDate('2026-12-31', 'zh-CN')).toBe('2026-12-31');
  });
  test('an instant is shown in the user’s time zone', () => {
    expect(formatInstant('2024-03-01T20:30:00.000Z', 'zh-CN', 'Asia/Shanghai')).toBe('2024-03-02 04:30');
  });
  test('a duration names only the units it has', () => {
    expect(formatDuration(5400)).toBe('1h 30m');
    expect(formatDuration(0)).toBe('0m');
  });
  test('a Chinese mobile number is grouped as people say it', () => {
    expect(groupDigits('+8613800138000')).toBe('+86 138 0013 8000');
  });
  test('an address runs from wide to narrow in Chinese, from narrow to wide in English', () => {
    const address = {
      country: 'China',
      province: '上海市',
      city: '上海市',
      district: '浦东新区',
      street: '世纪大道 1 号',
    };
    expect(addressText(address, 'zh-CN')).toBe('China上海市浦东新区世纪大道 1 号');
    expect(addressText({ city: 'Berlin', street: 'Gasse 1', postal_code: '10115' }, 'en')).toBe(
      'Gasse 1, Berlin, 10115',
    );
  });
});
