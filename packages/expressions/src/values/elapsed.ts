// Hours and minutes of elapsed time between instants, whatever clocks on the wall do meanwhile.
import { isInCalendar } from './datetimes.ts';

export type ClockUnit = 'hour' | 'minute';

export const clockUnits: readonly ClockUnit[] = ['hour', 'minute'];

const microseconds: { readonly [unit in ClockUnit]: bigint } = { hour: 3_600_000_000n, minute: 60_000_000n };

/** Four thousand years. */
export const clockLimits: { readonly [unit in ClockUnit]: number } = { hour: 35_064_000, minute: 2_103_840_000 };

/** `amount` is whole; null where the calendar ends. */
export function addElapsed(instant: string, amount: number, unit: ClockUnit): string | null {
  if (Math.abs(amount) > clockLimits[unit]) return null;
  return fromMicroseconds(toMicroseconds(instant) + BigInt(amount) * microseconds[unit]);
}

/** Completed ones, negative where the second comes first. */
export function elapsedBetween(from: string, to: string, unit: ClockUnit): number {
  return Number((toMicroseconds(to) - toMicroseconds(from)) / microseconds[unit]);
}

function toMicroseconds(instant: string): bigint {
  return BigInt(Date.parse(`${instant.slice(0, 19)}Z`)) * 1000n + BigInt(instant.slice(20, 26));
}

function fromMicroseconds(value: bigint): string | null {
  const micros = ((value % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const seconds = new Date(Number((value - micros) / 1000n)).toISOString().slice(0, 19);
  const instant = `${seconds}.${String(micros).padStart(6, '0')}Z`;
  return isInCalendar(instant) ? instant : null;
}
