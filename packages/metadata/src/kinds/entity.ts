// `entity`: fields, rules, indexes. A field is a member of its entity, keyed by its name; what it may say depends on its type.
import { Type, type Static, type TObject, type TProperties } from '@sinclair/typebox';
import { fieldTypes, type Field as TypedField } from '@trellis/field-types/registry';
import {
  Color,
  Condition,
  ExpressionJson,
  FieldPath,
  Icon,
  Label,
  Name,
  Named,
  closed,
  itemMembers,
  nameOf,
} from './common.ts';

/** What a field of any type may say. */
export const fieldMembers = {
  id: Type.Optional(Name),
  label: Type.Optional(Label),
  help: Type.Optional(Label),
  placeholder: Type.Optional(Label),
  required: Type.Optional(Condition),
  visible: Type.Optional(Condition),
  read_only: Type.Optional(Condition),
  default: Type.Optional(ExpressionJson),
  when_hidden: Type.Optional(
    Type.Union([Type.Literal('keep'), Type.Literal('clear')], {
      description: 'What becomes of the value when a write leaves the field invisible; absent: `keep`',
    }),
  ),
  unique: Type.Optional(Type.Boolean({ description: 'No two records outside the trash have the same value' })),
  indexed: Type.Optional(Type.Boolean({ description: 'Lists are often filtered or sorted by it' })),
};

export type Field = TypedField &
  Static<TObject<typeof fieldMembers>> & {
    /** Of a computed field: a field as its value is read. Never written in files; validation finds it. */
    readonly result?: Field;
  };

/** The JSON Schema of the fields of one type. */
export function fieldSchema(
  type: { readonly name: string; readonly options: TObject },
  common: TProperties = fieldMembers,
): TObject {
  return Type.Object({ type: Type.Literal(type.name), ...common, ...type.options.properties }, closed);
}

export const Field = Type.Unsafe<Field>(Type.Union(Object.values(fieldTypes).map((type) => fieldSchema(type))));

export const Rule = Type.Object(
  {
    id: Type.Optional(Name),
    label: Type.Optional(Label),
    when: Type.Optional(Condition),
    check: Condition,
    message: Label,
    at: Type.Optional(nameOf('The field that the message is shown at')),
  },
  { ...closed, description: 'Where `when` holds, `check` must hold; otherwise `message` is shown at the field `at`' },
);

export const Fill = Type.Object(
  {
    id: Type.Optional(Name),
    label: Type.Optional(Label),
    when: Type.Optional(Condition),
    set: Type.Record(Name, Type.Unknown({ description: 'A value, or a JSONLogic expression' }), {
      ...closed,
      minProperties: 1,
      description: 'Field → what it is filled in with',
    }),
    overwrite: Type.Optional(
      Type.Union([Type.Boolean(), Type.Literal('stored')], {
        description:
          'Whenever what it reads changes: `stored`: over what is there, though not over what is typed with the change; true: over both; absent: false',
      }),
    ),
  },
  { ...closed, description: 'Where `when` holds, the fields in `set` are filled in' },
);

export const Index = Type.Object(
  { fields: Type.Array(Name, { minItems: 1, maxItems: 6 }), unique: Type.Optional(Type.Boolean()) },
  closed,
);

export const Entity = Type.Object(
  {
    ...itemMembers,
    label: Type.Optional(Label),
    labels: Type.Optional(Label),
    description: Type.Optional(Label),
    icon: Type.Optional(Icon),
    color: Type.Optional(Color),
    title: Type.Optional(
      nameOf('The field that a record is called by; absent: a field called name, title or subject, or the first text'),
    ),
    subtitle: Type.Optional(FieldPath),
    ownership: Type.Optional(
      Type.Union([Type.Literal('none'), Type.Literal('user'), Type.Literal('team'), Type.Literal('user_and_team')], {
        description:
          'Whether a record has an owner, a team or both; absent: `user`; `none` for rows that live under a parent',
      }),
    ),
    history: Type.Optional(Type.Boolean({ description: 'Whether changes are kept field by field; absent: true' })),
    search: Type.Optional(Type.Array(Name, { description: 'Fields that search looks into; absent: the title' })),
    fields: Named(Field),
    fills: Type.Optional(Named(Fill)),
    rules: Type.Optional(Named(Rule)),
    indexes: Type.Optional(Named(Index)),
    extends: Type.Optional(
      Type.Boolean({ description: 'Adds to an entity of a layer below, or to the engine’s own `user` and `team`' }),
    ),
  },
  { ...closed, $id: 'entity' },
);
export type Entity = Static<typeof Entity>;
export type Fill = Static<typeof Fill>;
export type Overwrite = NonNullable<Fill['overwrite']>;
export type Rule = Static<typeof Rule>;
