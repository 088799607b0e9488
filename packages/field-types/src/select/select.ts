// One of several options.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { pick } from '../fake.ts';
import { blank } from '../normalized.ts';
import { choiceOperators, countMeasures } from '../operators.ts';
import {
  activeOptions,
  normalizeOption,
  offersOption,
  optionSchema,
  optionsOption,
  readOption,
  writeOption,
} from './option.ts';

const options = Type.Object({ options: optionsOption, offers: offersOption });

export const select = defineFieldType<'select', typeof options, string>({
  name: 'select',
  label: { en: 'Select', 'zh-CN': '单选' },
  icon: 'DownCircle',
  group: 'choice',
  options,
  column: () => ({ type: 'text' }),
  valueType: () => 'text',
  schema: (_field, context) => optionSchema(context),
  normalize: (value, _field, context) => (value === '' ? blank : normalizeOption(value, context)),
  parse: (text, _field, context) => (text.trim() === '' ? blank : readOption(text, context)),
  format: (value, _field, context) => writeOption(value, context, context.language),
  operators: choiceOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: false,
  measures: countMeasures,
  fake: (random, _field, context) => {
    const [first = '', ...others] = activeOptions(context).map((option) => option.value);
    return pick(random, [first, ...others]);
  },
});
