import { expect, test } from 'vitest';
import { checkFormula } from '@trellis/expressions/formula/check';
import { scopeOf } from '@trellis/expressions/formula/scope';
import { smallModel } from '../small-model.ts';
import { formulaFields } from './formula-fields.ts';

const model = smallModel({
  entities: {
    user: { fields: { id: { type: 'text' }, name: { type: 'text', label: 'Full name' } } },
    author: {
      fields: { id: { type: 'text' }, name: { type: 'text' }, mentor: { type: 'lookup', entity: 'author' } },
    },
    book: {
      fields: {
        title: { type: 'text', label: 'Title' },
        price: { type: 'currency', label: 'Price' },
        genre: { type: 'select', options: [{ value: 'novel', label: { en: 'Novel', 'zh-CN': '小说' } }] },
        author: { type: 'lookup', entity: 'author', label: 'Author' },
        chapters: { type: 'child_table', entity: 'chapter', parent_field: 'book', label: 'Chapters' },
      },
    },
    chapter: { fields: { pages: { type: 'integer', label: 'Pages' } } },
  },
});
const labels = { user: 'current user', user_roles: 'Roles', user_teams: 'Teams', old: 'before', record: 'this record' };
const fields = formulaFields(model, 'book', labels);

test('the fields of the record have their labels, types and options', () => {
  expect(fields).toMatchObject([
    { name: 'title', label: 'Title', type: 'text' },
    { name: 'price', label: 'Price', type: 'number' },
    { name: 'genre', options: [{ value: 'novel', label: 'Novel' }] },
    { name: 'author', type: 'id' },
    { name: 'chapters', type: 'json' },
    { name: '$user', label: 'current user' },
    { name: '$old', label: 'before' },
    { name: '$record', label: 'this record' },
  ]);
});

test('formulas walk look-ups, rows, the user and the record before the change', () => {
  const formulas = [
    '[Author].mentor.mentor.name = [current user].[Full name]',
    'SUM([Chapters].[Pages]) > 100',
    '[before].[Price] < [Price]',
    'author = USER()',
    '"admin" IN $user.roles',
  ];
  for (const text of formulas) {
    const checked = checkFormula(text, { fields, scope: scopeOf(fields), type: 'boolean' });
    expect(checked.ok ? [] : checked.problems, text).toEqual([]);
  }
});

test('an option is known by its label in whatever language, and its value is what is compared', () => {
  for (const written of ['Novel', '小说']) {
    const checked = checkFormula(`genre = "${written}"`, { fields, scope: scopeOf(fields) });
    expect(checked).toMatchObject({
      problems: [{ code: 'unknown_option', hint: { en: 'Did you mean "novel"?', 'zh-CN': '是否想用“novel”?' } }],
    });
  }
  expect(checkFormula('genre = "novel"', { fields, scope: scopeOf(fields) })).toMatchObject({ ok: true });
});
