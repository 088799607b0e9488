// A value of the record that a look-up leads to, shown as if it were one of this record.
import { Type } from '@sinclair/typebox';
import { computedValue } from '../computed/value.ts';
import { defineFieldType } from '../contract.ts';
import type { Json } from '../json/read.ts';

const options = Type.Object({
  via: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'The look-up, or a path of several: `author`, `author.agent`.',
  }),
  field: Type.String({ minLength: 1, maxLength: 50, description: 'The field of the record that it leads to.' }),
});

export const lookedUp = defineFieldType<'looked_up', typeof options, Json>({
  ...computedValue,
  name: 'looked_up',
  label: { en: 'Looked-up field', 'zh-CN': '引用字段' },
  icon: 'Link',
  options,
  valueType: () => 'json',
});
