import { expect, test } from 'vitest';
import { createModel } from '../model.ts';
import { newRule } from './new-rule.ts';

const fields = {
  name: { type: 'text' as const },
  pages: { type: 'integer' as const },
  price: { type: 'currency' as const },
  published: { type: 'date' as const },
};
const me = {
  user: { id: 'u1', name: 'Ada', email: 'ada@example.com', language: null, time_zone: 'UTC' },
  workspace: 'main',
  roles: [],
  rights: [],
  language: 'en',
  currency: 'EUR',
  country: 'DE',
  csrf_token: '',
  metadata_version: 1,
  permissions: [],
};
const model = createModel(
  {
    version: 1,
    currency: 'EUR',
    country: 'DE',
    languages: ['en'],
    entities: { book: { name: 'book', title: 'name', fields } },
    option_sets: {},
    forms: {},
    views: {},
    pages: {},
    apps: {},
  },
  me,
);

test('a condition starts as people ask for values of its type: numbers by a bound, texts by a part, days by a period', () => {
  expect(newRule(model, 'book', 'pages')).toMatchObject({
    operator: 'at_least',
    value: { kind: 'literal', value: null },
  });
  expect(newRule(model, 'book', 'price')).toMatchObject({ operator: 'at_least' });
  expect(newRule(model, 'book', 'name')).toMatchObject({ operator: 'contains' });
  expect(newRule(model, 'book', 'published')).toMatchObject({ operator: 'within' });
});
