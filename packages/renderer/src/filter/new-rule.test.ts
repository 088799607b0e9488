import { expect, test } from 'vitest';
import { smallModel } from '../small-model.ts';
import { newRule } from './new-rule.ts';

const model = smallModel({
  entities: {
    book: {
      fields: {
        name: { type: 'text' },
        pages: { type: 'integer' },
        price: { type: 'currency' },
        published: { type: 'date' },
        lent: { type: 'boolean' },
      },
    },
  },
});

test('a condition starts as people ask for values of its type: numbers by a bound, texts by a part, days by a period, yes or no by one of them', () => {
  expect(newRule(model, 'book', 'pages')).toMatchObject({
    operator: 'at_least',
    value: { kind: 'literal', value: null },
  });
  expect(newRule(model, 'book', 'price')).toMatchObject({ operator: 'at_least' });
  expect(newRule(model, 'book', 'name')).toMatchObject({ operator: 'contains' });
  expect(newRule(model, 'book', 'published')).toMatchObject({ operator: 'within' });
  expect(newRule(model, 'book', 'lent')).toMatchObject({ operator: 'is', value: { kind: 'literal', value: null } });
});
