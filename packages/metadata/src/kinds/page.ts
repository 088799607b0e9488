// `page`: how one record is shown: highlights, tabs with forms, related lists and history.
import { Type, type Static } from '@sinclair/typebox';
import { Condition, FieldPath, Label, Name, SortKey, closed, itemMembers, nameOf } from './common.ts';

const block = { label: Type.Optional(Label), visible: Type.Optional(Condition) };

export const Block = Type.Union([
  Type.Object(
    { ...block, type: Type.Literal('form'), form: Type.Optional(nameOf('Absent: the default form')) },
    closed,
  ),
  Type.Object(
    {
      ...block,
      type: Type.Literal('related'),
      entity: Name,
      via: nameOf('The look-up of `entity` that leads to the record of the page'),
      columns: Type.Optional(Type.Array(FieldPath)),
      sort: Type.Optional(Type.Array(SortKey)),
      filter: Type.Optional(Condition),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    },
    { ...closed, description: 'Records of `entity` whose look-up `via` is this record' },
  ),
  Type.Object(
    {
      ...block,
      type: Type.Literal('timeline'),
      entity: Name,
      via: nameOf('The look-up of `entity` that leads to the record of the page'),
      at: nameOf('The date or datetime field that orders the records'),
      body: Type.Optional(nameOf('The field with the text')),
      kind: Type.Optional(nameOf('The field that tells kinds of records apart, such as call and visit')),
    },
    { ...closed, description: 'Dated records of `entity`, mixed with field changes, newest first' },
  ),
  Type.Object({ ...block, type: Type.Literal('history') }, closed),
]);

export const Page = Type.Object(
  {
    ...itemMembers,
    entity: Name,
    label: Type.Optional(Label),
    default: Type.Optional(Type.Boolean({ description: 'The page taken where none is named' })),
    highlights: Type.Optional(Type.Array(FieldPath, { maxItems: 8, description: 'Shown beside the title' })),
    progress: Type.Optional(nameOf('A select field whose options are shown as steps')),
    tabs: Type.Array(
      Type.Object(
        { name: Name, label: Label, visible: Type.Optional(Condition), blocks: Type.Array(Block, { minItems: 1 }) },
        closed,
      ),
      { minItems: 1 },
    ),
    side: Type.Optional(Type.Array(Block)),
  },
  { ...closed, $id: 'page' },
);
export type Page = Static<typeof Page>;
export type Block = Static<typeof Block>;
