// Whether a day or an instant lies before now; a day has passed when it is over where its reader is.

export function hasPassed(value: unknown, now: Date, timeZone: string): boolean {
  if (typeof value !== 'string') return false;
  const isDay = value.length === dayLength;
  return value < (isDay ? new Intl.DateTimeFormat('en-CA', { timeZone }).format(now) : now.toISOString());
}

/** `2024-03-01` */
const dayLength = 10;
