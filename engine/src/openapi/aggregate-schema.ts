// The body of an aggregate request, as `reports/request.ts` reads it.
import type { JsonSchema } from '@trellis/field-types/contract';
import { functions, mostGroups, periods } from '../reports/request.ts';
import { closedOf } from './operation.ts';

const name: JsonSchema = {
  type: 'string',
  pattern: '^[A-Za-z_][\\w.]{0,60}$',
  description: 'What the column is called',
};

const dimension: JsonSchema = {
  oneOf: [
    { type: 'string' },
    closedOf(
      {
        field: { type: 'string' },
        by: { enum: [...periods, null], description: 'Of dates and instants: the first day of the period' },
        as: name,
      },
      ['field'],
    ),
  ],
};

const measure: JsonSchema = {
  oneOf: [
    { enum: ['count'] },
    closedOf({ function: { enum: functions }, field: { type: ['string', 'null'] }, as: name }, ['function']),
  ],
};

export const aggregateBody: JsonSchema = closedOf({
  filter: { description: 'JSONLogic over the fields of the record' },
  search: { type: ['string', 'null'] },
  dimensions: { type: 'array', maxItems: 5, items: dimension, default: [] },
  measures: { type: 'array', minItems: 1, maxItems: 20, items: measure, default: [{ function: 'count' }] },
  having: { description: 'JSONLogic over the names of dimensions and measures' },
  sort: {
    oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    description: 'Names of columns of the answer',
  },
  limit: { type: 'integer', minimum: 1, maximum: mostGroups, default: 1000 },
});
