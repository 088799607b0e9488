// Five rounds of a measurement: the median, and how far the rounds lie apart.
const rounds = 5;

export function median(measure: () => number): {
  readonly median: number;
  readonly least: number;
  readonly most: number;
} {
  const measured = Array.from({ length: rounds }, measure).toSorted((left, right) => left - right);
  const at = (index: number): number => measured[index] ?? NaN;
  return { median: at(Math.floor(rounds / 2)), least: at(0), most: at(rounds - 1) };
}
