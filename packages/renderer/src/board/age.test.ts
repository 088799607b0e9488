import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

const now = new Date('2026-03-20T12:00:00Z');

test('an age is told in its largest unit', () => {
  expect(ageOf('2026-03-17T11:00:00Z', now, 'en')).toBe('3d');
  expect(ageOf('2026-01-10T12:00:00Z', now, 'en')).toBe('2m');
  expect(ageOf('2026-03-17T11:00:00Z', now, 'zh-CN')).toBe('3天');
});

test('what is younger than a minute, or from a clock that is ahead, is no minutes old', () => {
  expect(ageOf('2026-03-20T12:00:30Z', now, 'en')).toBe('0m');
});
