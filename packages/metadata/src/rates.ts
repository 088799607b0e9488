// The exchange rates of a workspace in one list, as expressions see them. Two currencies of which nobody has written the rate, but
// both of them to the workspace's own, are connected through it: one rate for each day on which either changes.
import type { ExchangeRate } from '@trellis/expressions/types';
import type { ExchangeRate as Item } from './kinds.ts';

/** @param currency ISO 4217 code of the workspace. */
export function ratesOf(items: Iterable<Item>, currency: string): readonly ExchangeRate[] {
  const written = writtenRates(items);
  return [...written, ...ratesThrough(currency, written)];
}

/** As they are written, the oldest first. */
export function writtenRates(items: Iterable<Item>): readonly ExchangeRate[] {
  return [...items].flatMap(({ from, to, rates }) =>
    rates
      .map(({ since, rate }) => ({ from, to, since, rate: String(rate) }))
      .toSorted((left, right) => (left.since < right.since ? -1 : 1)),
  );
}

function ratesThrough(currency: string, written: readonly ExchangeRate[]): ExchangeRate[] {
  const byPair = Map.groupBy(written, ({ from, to }) => pair(from, to));
  const others = [...new Set(written.flatMap(({ from, to }) => [from, to]))].filter((code) => code !== currency);
  return others.flatMap((from) =>
    others
      .filter((to) => to !== from && !byPair.has(pair(from, to)) && !byPair.has(pair(to, from)))
      .flatMap((to) => ratesOfPair({ from, through: currency, to }, byPair)),
  );
}

type ByPair = ReadonlyMap<string, readonly ExchangeRate[]>;

function pair(from: string, to: string): string {
  return `${from} ${to}`;
}

function ratesOfPair(
  { from, through, to }: { readonly from: string; readonly through: string; readonly to: string },
  byPair: ByPair,
): ExchangeRate[] {
  const legs = [
    [from, through],
    [through, to],
  ] as const;
  const days = legs.flatMap(([a, b]) => [...(byPair.get(pair(a, b)) ?? []), ...(byPair.get(pair(b, a)) ?? [])]);
  return [...new Set(days.map(({ since }) => since))].toSorted().flatMap((since) => {
    const [first, second] = legs.map(([a, b]) => fractionOn(since, a, b, byPair));
    const rate = first && second ? rounded(first.top * second.top, first.bottom * second.bottom) : null;
    return rate === null ? [] : [{ from, to, since, rate }];
  });
}

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The newest rate of the pair; before there is one, the opposite of what the other direction says. */
function fractionOn(day: string, from: string, to: string, byPair: ByPair): Fraction | undefined {
  const direct = newestOn(day, byPair.get(pair(from, to)));
  if (direct) return direct;
  const opposite = newestOn(day, byPair.get(pair(to, from)));
  return opposite && { top: opposite.bottom, bottom: opposite.top };
}

function newestOn(day: string, rates: readonly ExchangeRate[] = []): Fraction | undefined {
  const newest = rates.findLast(({ since }) => since <= day);
  if (!newest) return undefined;
  const [whole = '', places = ''] = newest.rate.split('.');
  return { top: BigInt(whole + places), bottom: 10n ** BigInt(places.length) };
}

const leastPlaces = 12;
const mostPlaces = 60;

/** What a rate below one keeps beyond the zeros at its head: amounts of small currencies are large. */
const digitsBelowOne = 15n;

/** Rounded once, half away from zero; null for what is too small to be told. */
function rounded(top: bigint, bottom: bigint): string | null {
  const places = placesOf(top, bottom);
  const scaled = (2n * top * 10n ** BigInt(places) + bottom) / (2n * bottom);
  if (scaled === 0n) return null;
  const digits = scaled.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

function placesOf(top: bigint, bottom: bigint): number {
  if (top >= bottom) return leastPlaces;
  let places = leastPlaces;
  while (places < mostPlaces && top * 10n ** BigInt(places) < bottom * 10n ** (digitsBelowOne - 1n)) places += 1;
  return places;
}
