// `option_set`: the values a select field offers, in order.
import { Type, type Static } from '@sinclair/typebox';
import { Color, Label, closed, itemMembers } from './common.ts';

export const OptionValue = Type.Object(
  {
    value: Type.String({ minLength: 1, maxLength: 100 }),
    label: Label,
    color: Type.Optional(Color),
    active: Type.Optional(Type.Boolean({ description: 'false: still shown on old records, no longer offered' })),
    parent: Type.Optional(Type.String({ description: 'Offered only where the parent field has this value' })),
  },
  closed,
);

export const OptionSet = Type.Object(
  {
    ...itemMembers,
    label: Type.Optional(Label),
    parent: Type.Optional(Type.String({ description: 'The option set that the `parent` of the values belongs to' })),
    values: Type.Array(OptionValue, { minItems: 1 }),
  },
  { ...closed, $id: 'option_set' },
);
export type OptionSet = Static<typeof OptionSet>;
export type OptionValue = Static<typeof OptionValue>;
