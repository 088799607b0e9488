// Dates with a time as people write them, in a zone of their own or in the reader's.
import type { TextContext } from '../contract.ts';
import type { Day } from '../date/calendar.ts';
import { readDay } from '../date/read.ts';
import { ok, refuse, type Refusal } from '../normalized.ts';
import { midnight, readClock, type Clock } from '../time/clock.ts';
import { instantOf } from './zone.ts';

export interface ReadInstant {
  /** Milliseconds since 1970 UTC. */
  readonly instant: number;
  /** The text itself named its zone. */
  readonly zoned: boolean;
}

const zone =
  /\s*(?:(?<utc>Z|UTC|GMT)|(?:UTC|GMT)?(?<sign>[+\-\u2212])(?<hours>\d{1,2}):?(?<minutes>\d{2})?(?::(?<seconds>\d{2}))?)$/i;

/** `text` is trimmed and in half-width characters; a date alone means its first moment. */
export function readInstant(
  text: string,
  context: Pick<TextContext, 'timeZone' | 'dateOrder'>,
): { readonly ok: true; readonly value: ReadInstant } | Refusal {
  if (text.length > 100) return refuse('not_a_datetime');
  const date = readDay(text, context.dateOrder);
  if (!date.ok) return date.code === 'not_a_date' ? refuse('not_a_datetime') : date;
  const { day, rest } = date.value;
  const named = rest === '' ? null : zone.exec(rest);
  const clock = rest === '' ? midnight : readClock(named === null ? rest : rest.slice(0, named.index));
  if (clock === undefined) return refuse('not_a_datetime');
  const wall = wallOf(day, clock);
  if (named?.groups === undefined) return ok({ instant: instantOf(wall, context.timeZone), zoned: false });
  return ok({ instant: wall - offsetOf(named.groups), zoned: true });
}

export function wallOf({ year, month, day }: Day, { hour, minute, second, millisecond }: Clock): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

function offsetOf({ utc, sign, hours, minutes = '0', seconds = '0' }: { [name: string]: string | undefined }): number {
  if (utc !== undefined) return 0;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '+' ? size : -size;
}
