import { expect, test } from 'vitest';
import { initialsOf } from './avatar.tsx';

test('a Latin name shows the first letters of its first and last word', () => {
  expect(initialsOf('ada king lovelace')).toBe('AL');
});

test('a single word shows one letter', () => {
  expect(initialsOf('Ada')).toBe('A');
});

test('a Chinese name shows its given name, which is what people call each other by', () => {
  expect(initialsOf('王小明')).toBe('小明');
  expect(initialsOf('李明')).toBe('明');
  expect(initialsOf('王小明', 20)).toBe('明');
});
