// `view`: a list of records as table or board: columns, filter, sort, grouping.
import { Type, type Static } from '@sinclair/typebox';
import { Condition, FieldPath, Icon, Label, Name, SortKey, closed, itemMembers, nameOf } from './common.ts';

export const ViewColumn = Type.Union([
  FieldPath,
  Type.Object(
    {
      field: FieldPath,
      label: Type.Optional(Label),
      width: Type.Optional(Type.Integer({ minimum: 40, maximum: 1000 })),
      hidden: Type.Optional(Type.Boolean({ description: 'Not shown until somebody chooses it' })),
      total: Type.Optional(
        Type.Union([Type.Literal('sum'), Type.Literal('avg'), Type.Literal('min'), Type.Literal('max')]),
      ),
    },
    closed,
  ),
]);

export const View = Type.Object(
  {
    ...itemMembers,
    entity: Name,
    label: Type.Optional(Label),
    icon: Type.Optional(Icon),
    type: Type.Union([Type.Literal('table'), Type.Literal('board')]),
    default: Type.Optional(Type.Boolean({ description: 'The view that opens first' })),
    order: Type.Optional(Type.Integer({ description: 'Lower numbers come first' })),
    columns: Type.Optional(Type.Array(ViewColumn)),
    filter: Type.Optional(Condition),
    sort: Type.Optional(
      Type.Array(SortKey, { maxItems: 5, description: 'Field names; with - in front, the other way round' }),
    ),
    group: Type.Optional(nameOf('The field by whose values records stand in groups')),
    board: Type.Optional(
      Type.Object(
        {
          by: nameOf('The select field whose options are the columns'),
          card: Type.Array(FieldPath, { maxItems: 6, description: 'Shown on a card below its title' }),
          total: Type.Optional(nameOf('The field that is summed up above each column')),
          hidden: Type.Optional(Type.Array(Type.String(), { description: 'Values that get no column' })),
        },
        closed,
      ),
    ),
    roles: Type.Optional(Type.Array(Name, { description: 'Who sees it; absent: everybody' })),
  },
  { ...closed, $id: 'view' },
);
export type View = Static<typeof View>;
export type ViewColumn = Static<typeof ViewColumn>;
