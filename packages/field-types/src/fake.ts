// Small building blocks of random but plausible values; `random()` is in [0, 1).

export function pick<Item>(random: () => number, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** A whole number from `min` to `max`, both included. */
export function whole(random: () => number, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

export function digits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => whole(random, 0, 9)).join('');
}

const vocabulary = [
  'amber',
  'basin',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'harbour',
  'island',
  'juniper',
  'lantern',
  'meadow',
  'north',
  'orchard',
  'pebble',
  '春天',
  '山谷',
  '河流',
  '竹林',
  '明月',
] as const;

export function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => pick(random, vocabulary)).join(' ');
}

/** A version 4 UUID. */
export function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => whole(random, 0, 15).toString(16)).join('');
  const variant = pick(random, ['8', '9', 'a', 'b']);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
