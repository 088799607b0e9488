// Chance that repeats itself: the same seed gives the same numbers. The generator is mulberry32, good enough for data.
export interface TestRandom {
  /** From 0 to below 1. */
  number: () => number;
  /** Both ends included. */
  integer: (from: number, to: number) => number;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

export function makeRandom(seed = 1): TestRandom {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number) => from + Math.floor(number() * (to - from + 1));
  return { number, integer, pick: (items) => items[integer(0, items.length - 1)] ?? items[0] };
}
