// What dates and amounts are reckoned with, in lines: the hours and special days of a calendar, the rates of two currencies.
import type { Calendar, ExchangeRate, Label } from '@trellis/metadata/kinds';

export interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
}

interface Words {
  readonly language: string;
  label(label: Label | undefined): string;
  t(key: 'outline_week' | 'outline_holidays' | 'outline_working_days'): string;
}

export function partsOfCalendar(calendar: Calendar | undefined, { language, label, t }: Words): readonly Part[] {
  if (!calendar) return [];
  const day = ({ date, label: text }: { readonly date: string; readonly label?: Label }): string =>
    [date, label(text)].filter(Boolean).join(' · ');
  const { week, holidays = [], working_days: extra = [] } = calendar;
  const worked = weekdays(language).flatMap(({ key, name }) => {
    const hours = week[key];
    return hours ? [`${name} ${hoursText(hours)}`] : [];
  });
  return [
    { heading: t('outline_week'), lines: worked },
    { heading: t('outline_holidays'), lines: holidays.map(day) },
    {
      heading: t('outline_working_days'),
      lines: extra.map((each) => [day(each), each.hours && hoursText(each.hours)].filter(Boolean).join(' · ')),
    },
  ].filter(({ lines }) => lines.length > 0);
}

export function partsOfRates(item: ExchangeRate | undefined): readonly Part[] {
  if (!item) return [];
  return [{ heading: `${item.from} → ${item.to}`, lines: item.rates.map(({ since, rate }) => `${since} · ${rate}`) }];
}

const keys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function weekdays(language: string): readonly { readonly key: (typeof keys)[number]; readonly name: string }[] {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return keys.map((key, index) => ({ key, name: name.format(Date.UTC(2024, 0, 1 + index)) }));
}

function hoursText(hours: readonly (readonly string[])[]): string {
  return hours.map((span) => span.join('–')).join(', ');
}
