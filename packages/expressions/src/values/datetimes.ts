// Instants with microseconds, in canonical form YYYY-MM-DDTHH:MM:SS.ffffffZ, and their wall clock in a time zone
// (YYYY-MM-DDTHH:MM:SS.ffffff), by the rules that PostgreSQL's `at time zone` follows.
import { isDate } from './dates.ts';

const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)?(Z|[+-]\d{2}(?::?\d{2})?)$/;
const clock = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?$/;

/** Any ISO 8601 instant with a zone into canonical form. */
export function readDatetime(text: string): string | null {
  const parts = instant.exec(text);
  if (parts === null) return null;
  const [, date = '', time = '', seconds = '00', fraction = '', zone = ''] = parts;
  const wall = `${date}T${time}:${seconds}`;
  if (!isDate(date) || !clock.test(`${time}:${seconds}`)) return null;
  const micros = `.${fraction.padEnd(6, '0')}`;
  if (zone === 'Z') return `${wall}${micros}Z`;
  const hours = Number(zone.slice(0, 3));
  const minutes = Number(zone.slice(-2)) * (zone.length > 3 ? 1 : 0) * (zone.startsWith('-') ? -1 : 1);
  const shifted = shift(wall + micros, -(hours * 3600 + minutes * 60));
  return shifted === null ? null : `${shifted}Z`;
}

/** As `Date.prototype.toISOString` writes it, with microseconds only where there are some. */
export function writeDatetime(canonical: string): string {
  return canonical.endsWith('000Z') ? `${canonical.slice(0, 23)}Z` : canonical;
}

export function readTime(text: string): string | null {
  const parts = clock.exec(text);
  if (parts === null) return null;
  const [, hours, minutes, seconds = '00', fraction = ''] = parts;
  return `${hours}:${minutes}:${seconds}.${fraction.padEnd(6, '0')}`;
}

/** HH:MM:SS, and a fraction only where there is one. */
export function writeTime(canonical: string): string {
  return canonical.replace(/\.?0+$/, '');
}

/** The wall clock of an instant. */
export function toWall(canonical: string, zone: string): string | null {
  return shift(canonical.slice(0, 26), offsetAt(Date.parse(`${canonical.slice(0, 19)}Z`), zone));
}

/**
 * The instant of a wall clock. Where clocks go forward and it does not exist, the offset from before the change counts; where
 * they go back and it comes twice, the second. Source: DetermineTimeZoneOffset in PostgreSQL's datetime.c.
 */
export function fromWall(wall: string, zone: string): string | null {
  const utc = Date.parse(`${wall.slice(0, 19)}Z`);
  const before = offsetAt(utc - 86_400_000, zone);
  const after = offsetAt(utc + 86_400_000, zone);
  const holds = offsetAt(utc - after * 1000, zone) === after;
  const shifted = shift(wall, -(holds ? after : before));
  return shifted === null ? null : `${shifted}Z`;
}

/** A day from either end of the calendar: from here no time zone leads out of it. */
export const firstInstant = '0001-01-02T00:00:00.000000Z';
export const lastInstant = '9999-12-30T23:59:59.999999Z';

export function isInCalendar(instant: string): boolean {
  return instant >= firstInstant && instant <= lastInstant;
}

/** The instant of a wall clock, null where the calendar ends. */
export function instantOf(wall: string, zone: string): string | null {
  const instant = fromWall(wall, zone);
  return instant !== null && isInCalendar(instant) ? instant : null;
}

/** Changes date and time of day on the wall clock of the zone; null where the calendar ends. */
export function onWall(
  canonical: string,
  zone: string,
  change: (date: string, time: string) => { readonly date: string | null; readonly time: string },
): string | null {
  const wall = toWall(canonical, zone);
  if (wall === null) return null;
  const { date, time } = change(wall.slice(0, 10), wall.slice(11));
  return date === null ? null : instantOf(`${date}T${time}`, zone);
}

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** By quarter of an hour. */
  readonly offsets: Map<number, number>;
}

/** Making a formatter takes 50 µs, asking it 5. */
const zones = new Map<string, Zone>();

const quarter = 900_000;
const remembered = 1_000;

/** Since then clocks have been changed at full quarters of an hour only. */
const modernTimes = Date.UTC(1973, 0, 1);

/** Seconds east of UTC. */
function offsetAt(time: number, name: string): number {
  if (name === 'UTC') return 0;
  const zone = zoneOf(name);
  if (time < modernTimes) return measureOffset(time, zone.formatter);
  const slot = Math.floor(time / quarter);
  const known = zone.offsets.get(slot);
  if (known !== undefined) return known;
  const offset = measureOffset(time, zone.formatter);
  if (zone.offsets.size >= remembered) zone.offsets.clear();
  zone.offsets.set(slot, offset);
  return offset;
}

function measureOffset(time: number, formatter: Intl.DateTimeFormat): number {
  const parts: { [type: string]: number } = {};
  for (const part of formatter.formatToParts(time)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  wall.setUTCHours(hour, minute, second);
  return (wall.getTime() - Math.floor(time / 1000) * 1000) / 1000;
}

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone: Zone = { formatter, offsets: new Map() };
  zones.set(name, zone);
  return zone;
}

function shift(wall: string, seconds: number): string | null {
  if (seconds === 0) return wall;
  const time = new Date(Date.parse(`${wall.slice(0, 19)}Z`) + seconds * 1000);
  const year = time.getUTCFullYear();
  // The first day of the year 1 begins in the year before, east of Greenwich.
  return year < 0 || year > 9999 ? null : time.toISOString().slice(0, 19) + wall.slice(19);
}
