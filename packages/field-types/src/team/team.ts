// A reference to a team of the workspace.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { filterOption, onDeleteOption } from '../lookup/options.ts';
import { reference } from '../lookup/reference.ts';

const options = Type.Object({ on_delete: Type.Optional(onDeleteOption), filter: Type.Optional(filterOption) });

export const team = defineFieldType<'team', typeof options, string>({
  ...reference,
  name: 'team',
  label: { en: 'Team', 'zh-CN': '团队' },
  icon: 'Team',
  group: 'people',
  options,
  relation: ({ on_delete = 'clear' }) => ({ kind: 'one', entity: 'team', onDelete: on_delete }),
});
