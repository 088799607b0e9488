// Between instants (milliseconds since 1970 UTC) and what clocks on the wall of an IANA time zone show.

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock at an instant, as the milliseconds at which a clock in UTC shows the same. */
export function wallClock(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, timeZone);
}

/** Where a clock shows the time twice, the first one; where it is put past it, as much later. */
export function instantOf(wall: number, timeZone: string): number {
  const before = wallClock(wall - day, timeZone) - (wall - day);
  const after = wallClock(wall + day, timeZone) - (wall + day);
  const candidates = [wall - before, wall - after].sort((a, b) => a - b);
  return candidates.find((candidate) => wallClock(candidate, timeZone) === wall) ?? wall - before;
}

/** `2024-03-01`: the day at an instant. */
export function dayIn(instant: number, timeZone: string): string {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(0, 10);
}

const day = 86_400_000;
const mostDays = 20_000;
/** By zone and day since 1970 UTC: the offset at its beginning. */
const offsets = new Map<string, Map<number, number>>();

/**
 * A clock that shows the same offset where a day begins and where it ends has not been put in between: no zone has ever been put
 * twice within three days. Asking the platform costs a hundred times as much, and lists have many instants of few days.
 */
function offsetAt(instant: number, timeZone: string): number {
  let days = offsets.get(timeZone);
  if (!days) offsets.set(timeZone, (days = new Map()));
  if (days.size > mostDays) days.clear();
  const at = Math.floor(instant / day);
  const begin = beginOf(days, at, timeZone);
  return begin === beginOf(days, at + 1, timeZone) ? begin : readOffset(instant, timeZone);
}

function beginOf(days: Map<number, number>, at: number, timeZone: string): number {
  let offset = days.get(at);
  if (offset === undefined) days.set(at, (offset = readOffset(at * day, timeZone)));
  return offset;
}

function readOffset(instant: number, timeZone: string): number {
  const parts: { [type: string]: string } = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = value;
  const year = parts['era']?.startsWith('B') ? 1 - Number(parts['year']) : Number(parts['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  wall.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return wall.getTime() + (((instant % 1000) + 1000) % 1000) - instant;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
