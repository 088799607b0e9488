// A value gathered from the records of another entity that look this one up: how many there are, what they sum up to.
import { Type } from '@sinclair/typebox';
import { computedValue } from '../computed/value.ts';
import { defineFieldType } from '../contract.ts';
import type { Json } from '../json/read.ts';
import { entityOption } from '../lookup/options.ts';

const nameOption = (description: string) => Type.String({ minLength: 1, maxLength: 50, description });

export const rollupFunctions = ['count', 'sum', 'avg', 'min', 'max', 'first', 'last', 'distinct'] as const;
export type RollupFunction = (typeof rollupFunctions)[number];

const options = Type.Object({
  from: entityOption,
  via: nameOption('The look-up of those records that leads to this one.'),
  function: Type.Union(
    rollupFunctions.map((name) => Type.Literal(name)),
    { description: '`distinct` counts different values; `first` and `last` go by `order_by`.' },
  ),
  field: Type.Optional(nameOption('The field that is gathered; absent: the records are counted.')),
  filter: Type.Optional(Type.Unknown({ description: 'JSONLogic over those records; absent: all of them.' })),
  order_by: Type.Optional(nameOption('What comes first; absent: what was made first.')),
  below: Type.Optional(
    nameOption('A look-up of this entity to itself: what belongs to the records under this one is gathered too.'),
  ),
  counts: Type.Optional(
    Type.Union([Type.Literal('seen'), Type.Literal('all')], {
      default: 'seen',
      description: '`seen`: only what the reader may see; `all`: everything, whoever reads it.',
    }),
  ),
});

export const rollup = defineFieldType<'rollup', typeof options, Json>({
  ...computedValue,
  name: 'rollup',
  label: { en: 'Roll-up', 'zh-CN': '汇总' },
  icon: 'Calculator',
  options,
  // What is gathered decides; a count needs nothing else.
  valueType: (field) => (field.function === 'count' || field.function === 'distinct' ? 'number' : 'json'),
  problems: (field) =>
    field.function !== 'count' && field.field === undefined ? [{ path: 'function', code: 'needs_field' }] : [],
});
