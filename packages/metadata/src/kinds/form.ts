// `form`: which fields, in which sections. Compiled to JSON Schema and uiSchema for @rjsf.
import { Type, type Static } from '@sinclair/typebox';
import { Condition, Label, Name, closed, itemMembers } from './common.ts';

export const FormField = Type.Union([
  Name,
  Type.Object(
    {
      field: Name,
      label: Type.Optional(Label),
      help: Type.Optional(Label),
      span: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 4, description: 'Columns of the section that it takes' }),
      ),
      required: Type.Optional(Condition),
      visible: Type.Optional(Condition),
      read_only: Type.Optional(Condition),
      columns: Type.Optional(Type.Array(Name, { description: 'Of a child table: the fields of each row' })),
    },
    closed,
  ),
]);

export const Section = Type.Object(
  {
    name: Type.Optional(Name),
    label: Type.Optional(Label),
    columns: Type.Optional(Type.Integer({ minimum: 1, maximum: 4, description: 'Absent: 2' })),
    collapsed: Type.Optional(Type.Boolean()),
    visible: Type.Optional(Condition),
    fields: Type.Array(FormField, { minItems: 1 }),
  },
  closed,
);

export const Form = Type.Object(
  {
    ...itemMembers,
    entity: Name,
    label: Type.Optional(Label),
    default: Type.Optional(Type.Boolean({ description: 'The form taken where none is named' })),
    roles: Type.Optional(Type.Array(Name, { description: 'Whose form it is; absent: everybody’s' })),
    sections: Type.Array(Section, { minItems: 1 }),
  },
  { ...closed, $id: 'form' },
);
export type Form = Static<typeof Form>;
export type Section = Static<typeof Section>;
export type FormField = Static<typeof FormField>;
