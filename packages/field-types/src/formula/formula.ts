// A value worked out from others by an expression, each time it is read.
import { Type } from '@sinclair/typebox';
import { computedValue } from '../computed/value.ts';
import { defineFieldType } from '../contract.ts';
import { scaleOption } from '../decimal/amount.ts';
import type { Json } from '../json/read.ts';
import { optionsOption } from '../select/option.ts';
import { formulaResultNames, resultValueTypes } from './results.ts';

const options = Type.Object({
  returns: Type.Union(
    formulaResultNames.map((name) => Type.Literal(name)),
    { description: 'The type of field that the value is shown as.' },
  ),
  expression: Type.Unknown({ description: 'JSONLogic over the fields of the record.' }),
  scale: Type.Optional(scaleOption),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217, of an amount of money.' })),
  options: Type.Optional(optionsOption),
});

export const formula = defineFieldType<'formula', typeof options, Json>({
  ...computedValue,
  name: 'formula',
  label: { en: 'Formula', 'zh-CN': '公式' },
  icon: 'Function',
  options,
  valueType: ({ returns }) => resultValueTypes[returns],
});
