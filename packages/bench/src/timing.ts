// Times of repeated work, in milliseconds.

/** One after the other. */
export async function timed(times: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await work(index);
    taken.push(performance.now() - start);
  }
  return taken;
}

/** Of so many at once, each with so many to do: how many a second. */
export async function rateOf(atOnce: number, each: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async (_, one) => {
      for (let index = 0; index < each; index++) await work(one * each + index);
    }),
  );
  return (atOnce * each * 1000) / (performance.now() - start);
}

export function median(times: readonly number[]): number {
  return percentile(times, 50);
}

export function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * part) / 100))] ?? NaN;
}
