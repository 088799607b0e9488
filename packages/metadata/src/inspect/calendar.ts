// A calendar: days that exist, each said once, and hours that go forward.
import { suggest } from '@trellis/expressions/suggest';
import { pointer } from '../json.ts';
import type { Calendar } from '../kinds.ts';
import { timeZoneNames } from '../time-zone.ts';
import { inspectValue } from './field.ts';
import { report, type Inspection } from './inspection.ts';

export function inspectCalendar(inspection: Inspection, calendar: Calendar): void {
  const { time_zone: zone, week, holidays = [], working_days: extra = [] } = calendar;
  if (zone !== undefined && !timeZoneNames().includes(zone))
    report(inspection, '/time_zone', 'unknown_time_zone', { zone }, suggest(zone, timeZoneNames()));
  for (const [day, hours] of Object.entries(week)) inspectHours(inspection, pointer('/week', day), hours);
  inspectDays(inspection, '/holidays', holidays);
  inspectDays(inspection, '/working_days', extra);
  const off = new Set(holidays.map(({ date }) => date));
  for (const [index, { date, hours }] of extra.entries()) {
    const at = pointer('/working_days', index);
    if (off.has(date)) report(inspection, `${at}/date`, 'worked_and_off', { date });
    if (hours) inspectHours(inspection, `${at}/hours`, hours);
  }
}

function inspectDays(inspection: Inspection, path: string, days: readonly { readonly date: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { date }] of days.entries()) {
    const at = `${pointer(path, index)}/date`;
    inspectValue(inspection, at, { type: 'date' }, date);
    if (seen.has(date)) report(inspection, at, 'duplicate_entry', { name: date });
    seen.add(date);
  }
}

/** Times of one form, which stand in the order of their text. */
function inspectHours(inspection: Inspection, path: string, hours: readonly (readonly string[])[]): void {
  let ended = '';
  for (const [index, [from = '', to = '']] of hours.entries()) {
    const at = pointer(path, index);
    if (to <= from) report(inspection, at, 'hours_backwards', { from, to });
    else if (from < ended) report(inspection, at, 'hours_overlap', { from, ended });
    ended = to;
  }
}
