import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

test.each([
  ['titel', ['subtitle', 'title'], 'title'],
  ['requird', ['required', 'read_only'], 'required'],
  ['autor', ['author', 'editor'], 'author'],
  ['nmae', ['name'], 'name'],
  ['xyz', ['title', 'name'], undefined],
  ['a', [], undefined],
])('for %j among %j people meant %j', (word, known, meant) => {
  expect(suggest(word, known)).toBe(meant);
});
