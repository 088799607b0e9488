// Time that stands still until the test moves it.
export interface TestClock {
  now: () => Date;
  /** To an instant, written in ISO 8601 with its zone. */
  set: (instant: string) => void;
  advance: (span: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
}

export function makeClock(start = '2026-01-15T09:00:00Z'): TestClock {
  let time = instantOf(start);
  return {
    now: () => new Date(time),
    set: (instant) => {
      time = instantOf(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}

function instantOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time) || !/(Z|[+-]\d\d:\d\d)$/.test(text))
    throw new TypeError(`Not an instant with a zone: ${text}`);
  return time;
}
