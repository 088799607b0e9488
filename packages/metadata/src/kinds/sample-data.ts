// `sample_data`: records of one entity with symbolic ids and relative dates.
import { Type, type Static } from '@sinclair/typebox';
import { Name, closed, itemMembers } from './common.ts';

export const SampleData = Type.Object(
  {
    ...itemMembers,
    entity: Name,
    order: Type.Optional(Type.Integer({ description: 'Lower numbers are loaded first' })),
    records: Type.Array(Type.Record(Type.String(), Type.Unknown()), {
      description:
        'Values by field. "$id" is the record’s symbolic id, "@id" as the value of a look-up names it; {"$days": -3, "at": "09:30"} is a date (or instant) relative to the day of loading; "$owner" names a sample user',
    }),
  },
  { ...closed, $id: 'sample_data' },
);
export type SampleData = Static<typeof SampleData>;
