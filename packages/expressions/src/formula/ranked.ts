// Puts what fits the letters written so far in order: what begins with them first, then where a word within does, then the rest.

/** Without letters all stay as they are. The first of an item's names is its own; `namesOf` gives all by which it may be sought. */
export function ranked<T>(items: readonly T[], written: string, namesOf: (item: T) => readonly string[]): readonly T[] {
  const sought = written.toLowerCase();
  if (sought === '') return items;
  return items
    .map((item) => ({
      item,
      rank: Math.min(...namesOf(item).map((name, index) => rankOf(name.toLowerCase(), sought) + index / 10)),
    }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

function rankOf(name: string, sought: string): number {
  if (name === sought) return 0;
  if (name.startsWith(sought)) return 1;
  const place = name.indexOf(sought);
  if (place < 0) return Infinity;
  return /[\s_]/.test(name.charAt(place - 1)) ? 2 : 3;
}
