// `role`: what may be done to which entity, its fields and records. Several roles of one user add up.
import { Type, type Static } from '@sinclair/typebox';
import { Condition, Label, Named, closed, itemMembers } from './common.ts';

export const scopes = ['none', 'own', 'team', 'team_below', 'shared', 'all'] as const;
export const Scope = Type.Union(scopes.map((scope) => Type.Literal(scope)));
export type Scope = (typeof scopes)[number];

/** true = all, false = none, a scope, or an expression in which `{"scope": "own"}` may stand among the conditions. */
export const RecordRight = Type.Union([Type.Boolean(), Scope, Type.Object({}, { additionalProperties: true })]);

export const FieldRight = Type.Object({ read: Type.Optional(Condition), update: Type.Optional(Condition) }, closed);

/** A right that is absent is not given. */
export const EntityRight = Type.Object(
  {
    read: Type.Optional(RecordRight),
    create: Type.Optional(Condition),
    update: Type.Optional(RecordRight),
    delete: Type.Optional(RecordRight),
    export: Type.Optional(Type.Boolean()),
    import: Type.Optional(Type.Boolean()),
    bulk: Type.Optional(Type.Boolean()),
    transfer: Type.Optional(Type.Boolean()),
    fields: Type.Optional(Named(FieldRight)),
  },
  closed,
);

export const Role = Type.Object(
  {
    ...itemMembers,
    label: Label,
    description: Type.Optional(Label),
    all: Type.Optional(
      Type.Union([Type.Literal('read'), Type.Literal('write')], {
        description: 'Every entity, also those that come later: read all, or read, create, update and delete all',
      }),
    ),
    rights: Type.Optional(
      Type.Array(
        Type.Union(['designer', 'users', 'audit', 'backup', 'api_keys', 'jobs'].map((right) => Type.Literal(right))),
        { description: 'Parts of the product beside records' },
      ),
    ),
    entities: Type.Optional(Named(EntityRight)),
  },
  { ...closed, $id: 'role' },
);
export type Role = Static<typeof Role>;
export type EntityRight = Static<typeof EntityRight>;
export type FieldRight = Static<typeof FieldRight>;
export type RecordRight = Static<typeof RecordRight>;
