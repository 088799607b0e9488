// Stars: whole numbers from 1 on.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { whole } from '../fake.ts';
import { integerSchema, normalizeInteger, parseInteger } from '../integer/integer.ts';
import { averageMeasures, orderedOperators } from '../operators.ts';

const options = Type.Object({ max: Type.Optional(Type.Integer({ minimum: 2, maximum: 10, default: 5 })) });

export const rating = defineFieldType<'rating', typeof options, number>({
  name: 'rating',
  label: { en: 'Rating', 'zh-CN': '评分' },
  icon: 'Star',
  group: 'number',
  options,
  column: () => ({ type: 'smallint' }),
  valueType: () => 'number',
  schema: (field) => integerSchema(limitsOf(field)),
  normalize: (value, field) => normalizeInteger(value, limitsOf(field)),
  parse: (text, field) => parseInteger(text, limitsOf(field)),
  format: (value) => String(value),
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: false,
  measures: averageMeasures,
  fake: (random, field) => whole(random, 1, limitsOf(field).max),
});

function limitsOf({ max = 5 }: { readonly max?: number }) {
  return { min: 1, max };
}
