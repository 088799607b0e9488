// `calendar`: which days are worked, and from when to when.
import { Type, type Static } from '@sinclair/typebox';
import { Label, closed, itemMembers } from './common.ts';

const Time = Type.String({
  pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
  description: 'Such as 09:00; 24:00 ends a day',
});

const Hours = Type.Array(Type.Array(Time, { minItems: 2, maxItems: 2 }), {
  minItems: 1,
  description: 'From and to, in order: [["09:00", "12:00"], ["13:00", "18:00"]]',
});

export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Such as 2026-02-28' });

const WorkedHours = Type.Optional(Hours);

export const Calendar = Type.Object(
  {
    ...itemMembers,
    label: Type.Optional(Label),
    time_zone: Type.Optional(
      Type.String({ description: 'IANA name, such as Asia/Shanghai; absent: that of the workspace' }),
    ),
    week: Type.Object(
      {
        mon: WorkedHours,
        tue: WorkedHours,
        wed: WorkedHours,
        thu: WorkedHours,
        fri: WorkedHours,
        sat: WorkedHours,
        sun: WorkedHours,
      },
      { ...closed, minProperties: 1, description: 'Hours by weekday; a day that is absent is not worked' },
    ),
    holidays: Type.Optional(
      Type.Array(Type.Object({ date: Day, label: Type.Optional(Label) }, closed), {
        description: 'Days that are not worked, whatever the week says',
      }),
    ),
    working_days: Type.Optional(
      Type.Array(Type.Object({ date: Day, label: Type.Optional(Label), hours: Type.Optional(Hours) }, closed), {
        description: 'Days that are worked although the week says otherwise; absent hours: those of the first weekday',
      }),
    ),
  },
  { ...closed, $id: 'calendar' },
);
export type Calendar = Static<typeof Calendar>;
