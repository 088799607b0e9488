// Times of day as people write them: 14:30, 2:30 PM, 下午2:30, 14时30分.

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export const midnight: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 };

const shape =
  /^(?<before>[AP]M|凌晨|早上|上午|中午|下午|晚上)?\s*(?<hour>\d{1,2})(?:[:：时点](?<minute>\d{1,2})?(?:[:：分](?<second>\d{2})?秒?(?:[.,](?<fraction>\d{1,9}))?)?)?\s*(?<after>[AP]\.?M\.?)?$/i;

/** `undefined`: not a time. Fractions are cut to milliseconds. */
export function readClock(text: string): Clock | undefined {
  const groups = text.length > 50 ? undefined : shape.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { before, after, hour = '', minute, second = '0', fraction = '' } = groups;
  const half = halfOf(before ?? after);
  // A bare number is no time: `14` needs its minutes or a half of the day.
  if (minute === undefined && half === undefined && !/[时点]/.test(text)) return undefined;
  const clock = {
    hour: withHalf(Number(hour), half),
    minute: Number(minute ?? 0),
    second: Number(second),
    millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
  };
  return clock.hour <= 23 && clock.minute <= 59 && clock.second <= 59 ? clock : undefined;
}

function halfOf(word: string | undefined): 'morning' | 'afternoon' | undefined {
  if (word === undefined) return undefined;
  return /^(p|中午|下午|晚上)/i.test(word) ? 'afternoon' : 'morning';
}

function withHalf(hour: number, half: 'morning' | 'afternoon' | undefined): number {
  if (half === 'afternoon') return hour < 12 ? hour + 12 : hour;
  return half === 'morning' && hour === 12 ? 0 : hour;
}
