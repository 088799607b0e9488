// A reference to a user of the workspace.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { filterOption, onDeleteOption } from '../lookup/options.ts';
import { reference } from '../lookup/reference.ts';

const options = Type.Object({ on_delete: Type.Optional(onDeleteOption), filter: Type.Optional(filterOption) });

export const user = defineFieldType<'user', typeof options, string>({
  ...reference,
  name: 'user',
  label: { en: 'User', 'zh-CN': '用户' },
  icon: 'User',
  group: 'people',
  options,
  relation: ({ on_delete = 'clear' }) => ({ kind: 'one', entity: 'user', onDelete: on_delete }),
});
