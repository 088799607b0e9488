import { expect, test } from 'vitest';
import { bilingualOf, labelFrom, unlabelled } from './bilingual.ts';

test('a label in one language stands for both', () => {
  expect(labelFrom({ en: '', zh: ' 图书 ' })).toBe('图书');
  expect(labelFrom({ en: 'Book', zh: ' ' })).toBe('Book');
  expect(labelFrom(unlabelled)).toBeUndefined();
});

test('a label in both languages comes back as it was typed', () => {
  const label = { en: 'Book', 'zh-CN': '图书' };
  expect(labelFrom(bilingualOf(label))).toEqual(label);
});
