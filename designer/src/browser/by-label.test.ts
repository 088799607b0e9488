import { labelOf } from '@trellis/metadata/labels';
import type { Label } from '@trellis/metadata/kinds';
import { expect, test } from 'vitest';
import { byLabel } from './by-label.ts';

const items = [
  { name: 'author', label: { en: 'Author', 'zh-CN': '作者' } },
  { name: 'publisher', label: { en: 'Publisher', 'zh-CN': '出版社' } },
  { name: 'edition' },
];
const reader = (language: string) => ({
  language,
  label: (label: Label | undefined, fallback = '') => labelOf(label, language) || fallback,
});

test('items stand by their label, in Chinese by its pinyin', () => {
  expect(byLabel(items, reader('en')).map(({ name }) => name)).toEqual(['author', 'edition', 'publisher']);
  expect(byLabel(items.slice(0, 2), reader('zh-CN')).map(({ name }) => name)).toEqual(['publisher', 'author']);
});
