// The type of every record's primary key: a UUID v7, made by the engine. Not in the registry, because metadata cannot declare one.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '@trellis/field-types/contract';
import type { AnyFieldType } from '@trellis/field-types/registry';

export const idType: AnyFieldType = {
  ...defineFieldType({
    name: 'text',
    label: { en: 'Id', 'zh-CN': '标识' },
    icon: 'Key',
    group: 'other',
    options: Type.Object({}),
    column: () => ({ type: 'uuid' }),
    valueType: () => 'id',
    schema: () => ({ type: 'string', format: 'uuid' }),
    normalize: (value) => ({ ok: true, value }),
    parse: (text) => ({ ok: true, value: text }),
    format: String,
    generated: true,
    operators: ['==', '!=', 'in'],
    sortable: true,
    groupable: false,
    searchable: false,
    unique: true,
    measures: ['count'],
    fake: () => '00000000-0000-7000-8000-000000000000',
  }),
};
