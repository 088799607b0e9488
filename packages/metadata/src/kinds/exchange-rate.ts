// `exchange_rate`: what one unit of a currency is in another, from which day on.
import { Type, type Static } from '@sinclair/typebox';
import { Day } from './calendar.ts';
import { Label, closed, itemMembers } from './common.ts';

const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217, such as USD' });

const Rate = Type.Union(
  [Type.Number({ minimum: 0.000001, maximum: 1e15 }), Type.String({ pattern: '^(0|[1-9]\\d{0,14})(\\.\\d{1,12})?$' })],
  { description: 'How much of `to` one unit of `from` is; as text where it has more than 15 digits' },
);

export const ExchangeRate = Type.Object(
  {
    ...itemMembers,
    label: Type.Optional(Label),
    from: Currency,
    to: Currency,
    rates: Type.Array(Type.Object({ since: Day, rate: Rate }, closed), {
      minItems: 1,
      description: 'Each holds from its day on, until the next one does',
    }),
  },
  { ...closed, $id: 'exchange_rate' },
);
export type ExchangeRate = Static<typeof ExchangeRate>;
