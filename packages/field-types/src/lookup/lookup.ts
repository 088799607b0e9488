// A reference to one record of another entity.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { entityOption, filterOption, onDeleteOption } from './options.ts';
import { reference } from './reference.ts';

const options = Type.Object({
  entity: entityOption,
  on_delete: Type.Optional(onDeleteOption),
  filter: Type.Optional(filterOption),
});

export const lookup = defineFieldType<'lookup', typeof options, string>({
  ...reference,
  name: 'lookup',
  label: { en: 'Look-up', 'zh-CN': '查找' },
  icon: 'Search',
  options,
  relation: ({ entity, on_delete = 'restrict' }) => ({ kind: 'one', entity, onDelete: on_delete }),
});
