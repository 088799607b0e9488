// Options of the types that refer to records.
import { Type } from '@sinclair/typebox';

export const entityOption = Type.String({ minLength: 1, maxLength: 50, description: 'The name of an entity.' });

export const onDeleteOption = Type.Union([Type.Literal('restrict'), Type.Literal('clear'), Type.Literal('cascade')], {
  description: 'When the record that is referred to is deleted: refuse, make blank, or delete this one too.',
});

export const filterOption = Type.Unknown({ description: 'JSONLogic over the records that may be chosen.' });
