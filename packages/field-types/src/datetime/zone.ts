// Between instants (milliseconds since 1970 UTC) and what clocks on the wall of an IANA time zone show.

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock at an instant, as the milliseconds at which a clock in UTC shows the same. */
export function wallClock(instant: number, timeZone: string): number {
  const parts: { [type: string]: string } = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = value;
  const year = parts['era']?.startsWith('B') ? 1 - Number(parts['year']) : Number(parts['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  wall.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return wall.getTime() + (((instant % 1000) + 1000) % 1000);
}

/** Where a clock shows the time twice, the first one; where it is put past it, as much later. */
export function instantOf(wall: number, timeZone: string): number {
  const day = 86_400_000;
  const before = wallClock(wall - day, timeZone) - (wall - day);
  const after = wallClock(wall + day, timeZone) - (wall + day);
  const candidates = [wall - before, wall - after].sort((a, b) => a - b);
  return candidates.find((candidate) => wallClock(candidate, timeZone) === wall) ?? wall - before;
}

/** `2024-03-01`: the day at an instant. */
export function dayIn(instant: number, timeZone: string): string {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(0, 10);
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
