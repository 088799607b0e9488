import { expect, test } from 'vitest';
import { labelFromName, labelOf, pluralLabel } from './labels.ts';

test('a label is told in the language, else in English, else in any language it has', () => {
  const label = { en: 'Book', 'zh-CN': '书' };
  expect(labelOf(label, 'zh-CN')).toBe('书');
  expect(labelOf(label, 'fr')).toBe('Book');
  expect(labelOf({ de: 'Buch' }, 'fr')).toBe('Buch');
});

test('a plain text stands for every language, and an absent label for nothing', () => {
  expect(labelOf('Book', 'zh-CN')).toBe('Book');
  expect(labelOf(undefined, 'en')).toBe('');
});

test('a name gives a label and its plural', () => {
  expect(['due_date', 'category', 'box', 'day'].map(labelFromName)).toEqual(['Due date', 'Category', 'Box', 'Day']);
  expect(['Due date', 'Category', 'Box', 'Day'].map(pluralLabel)).toEqual(['Due dates', 'Categories', 'Boxes', 'Days']);
});
