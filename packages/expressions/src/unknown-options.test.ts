import { expect, test } from 'vitest';
import { check, type Option, type Scope } from './check.ts';
import { parseExpression } from './parse.ts';

const genres: readonly Option[] = [
  { value: 'novel', labels: ['Novel', '小说'] },
  { value: 'essay', labels: ['Non-fiction', '散文'] },
];
const row: Scope = {
  typeOf: ([name]) => (name === 'kind' ? 'text' : undefined),
  optionsOf: ([name]) => (name === 'kind' ? [{ value: 'hard', labels: ['Hardcover'] }] : undefined),
};
const scope: Scope = {
  typeOf: ([name = '', more]) =>
    name === 'tags'
      ? 'text[]'
      : name === 'editions'
        ? 'json'
        : name === '$old' && more !== 'genre'
          ? undefined
          : 'text',
  optionsOf: (path) => (['genre', 'tags'].includes(path.at(-1) ?? '') ? genres : undefined),
  rowsOf: ([name]) => (name === 'editions' ? row : undefined),
};

/** Each as `path name → the value that was meant, or else all values`. */
function unknownIn(json: unknown, within: Scope = scope): string[] {
  const parsed = parseExpression(json);
  const checked = parsed.ok ? check(parsed.value, within) : parsed;
  return checked.ok
    ? []
    : checked.problems.map(({ path, code, params }) => {
        const { name, suggestion, known } = params;
        return code === 'unknown_option' ? `${path} ${name} → ${suggestion ?? known}` : code;
      });
}

const genre = { var: 'genre' };
const tags = { var: 'tags' };

test('a constant that is held against a field of options is one of their values', () => {
  expect(unknownIn({ '==': [genre, 'novel'] })).toEqual([]);
  expect(unknownIn({ '==': [genre, null] })).toEqual([]);
  expect(unknownIn({ '==': [genre, 'poem'] })).toEqual(['/==/1 poem → "novel", "essay"']);
  expect(unknownIn({ '!==': ['poem', { var: '$old.genre' }] })).toEqual(['/!==/0 poem → "novel", "essay"']);
  expect(unknownIn({ in: [genre, ['essay', 'poem', { var: 'title' }]] })).toEqual(['/in/1/1 poem → "novel", "essay"']);
  expect(unknownIn({ in: ['poem', tags] })).toEqual(['/in/0 poem → "novel", "essay"']);
  expect(unknownIn({ has_any: [tags, ['novel', 'poem']] })).toEqual(['/has_any/1/1 poem → "novel", "essay"']);
  expect(unknownIn({ has_all: [['poem'], tags] })).toEqual(['/has_all/0/0 poem → "novel", "essay"']);
});

test('the keys of a case are held against it, its results are not', () => {
  expect(unknownIn({ case: [genre, 'novel', 'Long', 'poem', 'Short', 'Other'] })).toEqual([
    '/case/3 poem → "novel", "essay"',
  ]);
});

test('rows and the members of a list have options of their own', () => {
  const isPoem = { '==': [{ var: '$record.genre' }, 'poem'] };
  expect(unknownIn({ some: [{ var: 'editions' }, { or: [{ '==': [{ var: 'kind' }, 'hard'] }, isPoem] }] })).toEqual([
    '/some/1/or/1/==/1 poem → "novel", "essay"',
  ]);
  expect(unknownIn({ some: [{ var: 'editions' }, { '==': [{ var: 'kind' }, 'Hardcover'] }] })).toEqual([
    '/some/1/==/1 Hardcover → hard',
  ]);
  expect(unknownIn({ some: [tags, { '==': [{ var: '' }, 'poem'] }] })).toEqual([
    '/some/1/==/1 poem → "novel", "essay"',
  ]);
});

test('what was meant is told by a label in any language, else by its likeness', () => {
  const meant = (written: string) => unknownIn({ '==': [genre, written] })[0]?.split(' → ')[1];
  expect(meant('Novel')).toBe('novel');
  expect(meant('散文')).toBe('essay');
  expect(meant('non-fiction')).toBe('essay');
  expect(meant('novle')).toBe('novel');
  expect(meant('Non-fictoin')).toBe('essay');
});

test('nothing is said where other values are possible, or of parts of texts', () => {
  expect(unknownIn({ '==': [{ var: 'title' }, 'poem'] })).toEqual([]);
  expect(unknownIn({ in: ['poem', [genre, { var: 'title' }]] })).toEqual([]);
  expect(unknownIn({ '==': [{ coalesce: [genre, 'none'] }, 'none'] })).toEqual([]);
  expect(unknownIn({ starts_with: [genre, 'nov'] })).toEqual([]);
  expect(unknownIn({ in: ['nov', genre] })).toEqual([]);
  const { optionsOf: _, ...silent } = scope;
  expect(unknownIn({ '==': [genre, 'poem'] }, silent)).toEqual([]);
});
