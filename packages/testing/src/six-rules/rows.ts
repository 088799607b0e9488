// Good and bad rows for the six rules, and who writes them. It is half past eleven in the evening of 31 March in Greenwich: in Shanghai
// it is 1 April already, in New York still the afternoon before.
import type { Language, RuleName } from './rules.ts';

export const now = '2026-03-31T23:30:00Z';

export type Writer = 'seller' | 'manager' | 'director';

/** Each with the role of this name. */
export const writers: Readonly<Record<Writer, { readonly timeZone: string; readonly today: string }>> = {
  seller: { timeZone: 'Asia/Shanghai', today: '2026-04-01' },
  manager: { timeZone: 'America/New_York', today: '2026-03-31' },
  director: { timeZone: 'Europe/London', today: '2026-04-01' },
};

/** `seller_en`, `seller_zh`, …: every writer in both languages. */
export function writerName(writer: Writer, language: Language): string {
  return `${writer}_${language.slice(0, 2)}`;
}

export const writersAsUsers = Object.fromEntries(
  (Object.keys(writers) as Writer[]).flatMap((writer) =>
    (['en', 'zh-CN'] as const).map((language) => [
      writerName(writer, language),
      { roles: [writer], language, timeZone: writers[writer].timeZone },
    ]),
  ),
);

export interface Row {
  readonly name: string;
  readonly by: Writer;
  readonly values: Readonly<Record<string, string | number>>;
  /** The rules that refuse it; none: it is written. */
  readonly refusedBy: readonly RuleName[];
}

/** What a record has before the row is written over it, for ways that change records: nothing is wrong with it. */
export const before = { country: 'DE', phone: '010 8888 6666' } as const;

const row = (by: Writer, name: string, values: Row['values'], ...refusedBy: RuleName[]): Row => ({
  name,
  by,
  values,
  refusedBy,
});

export const rows: readonly Row[] = [
  row('seller', 'nothing but a name', {}),
  row('seller', 'postcode of China', { country: 'CN', postcode: '100084' }),
  row('seller', 'five digits in China', { country: 'CN', postcode: '10008' }, 'postcode_by_country'),
  row('seller', 'full-width digits', { country: 'CN', postcode: '１０００８４' }, 'postcode_by_country'),
  row('seller', 'zip and four', { country: 'US', postcode: '94105-1234' }),
  row('seller', 'six digits in the States', { country: 'US', postcode: '100084' }, 'postcode_by_country'),
  row('seller', 'British, in small letters', { country: 'GB', postcode: 'sw1a 1aa' }),
  row('seller', 'British, without the space', { country: 'GB', postcode: 'SW1A1AA' }, 'postcode_by_country'),
  row('seller', 'a country of which the rule says nothing', { country: 'DE', postcode: 'x' }),
  row('seller', 'mobile', { phone: '+86 138 0013 8000' }),
  row('seller', 'mobile in one piece', { phone: '13800138000' }),
  row('seller', 'letters in the number', { phone: '+86 138 CALL ME' }, 'phone_format'),
  row('seller', 'two numbers in one field', { phone: '13800138000; 13900139000' }, 'phone_format'),
  row('seller', 'a day later', { starts_on: '2026-05-01', ends_on: '2026-05-02' }),
  row('seller', 'the same day', { starts_on: '2026-05-01', ends_on: '2026-05-01' }, 'end_after_start'),
  row('seller', 'before it began', { starts_on: '2026-12-31', ends_on: '2026-04-30' }, 'end_after_start'),
  row('seller', 'without an end', { starts_on: '2026-05-01' }),
  row('seller', 'a tenth off', { discount: 10 }),
  row('seller', 'a little more than a tenth off', { discount: 10.01 }, 'discount_ceiling'),
  row('manager', 'a quarter off', { discount: 25 }),
  row('manager', 'a little more than a quarter off', { discount: 25.01 }, 'discount_ceiling'),
  row('director', 'two fifths off', { discount: 40 }),
  row('director', 'half off', { discount: 50 }, 'discount_ceiling'),
  row('seller', 'lost with a reason', { stage: 'lost', lost_reason: 'price' }),
  row('seller', 'lost without one', { stage: 'lost' }, 'lost_why'),
  row('seller', 'lost for nothing that can be seen', { stage: 'lost', lost_reason: '\u200b' }, 'lost_why'),
  row('seller', 'today in Shanghai', { close_date: '2026-04-01' }),
  row('seller', 'yesterday in Shanghai', { close_date: '2026-03-31' }, 'close_not_past'),
  row('manager', 'today in New York', { close_date: '2026-03-31' }),
  row('manager', 'yesterday in New York', { close_date: '2026-03-30' }, 'close_not_past'),
  row('director', 'today in London, where clocks have been put on', { close_date: '2026-04-01' }),
  row('director', 'yesterday in London', { close_date: '2026-03-31' }, 'close_not_past'),
  row('seller', 'won in the past', { stage: 'won', close_date: '2020-01-01' }),
  row(
    'seller',
    'everything at once',
    {
      country: 'CN',
      postcode: 'x',
      phone: 'y',
      starts_on: '2026-05-02',
      ends_on: '2026-05-01',
      discount: 99,
      close_date: '2020-01-01',
    },
    'postcode_by_country',
    'phone_format',
    'end_after_start',
    'discount_ceiling',
    'close_not_past',
  ),
];
