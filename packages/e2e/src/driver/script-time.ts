// How long the page's scripts are busy with something: time of the processor, so that what else the machine does counts for nothing.
import type { Page } from 'playwright-core';

/** @returns milliseconds of script that `act` leads to, up to half a second after it. */
export async function scriptTimes(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const soFar = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
  };
  return async (act: () => Promise<void>): Promise<number> => {
    const before = await soFar();
    await act();
    // Typing has come to rest by then, and what follows from it has been drawn.
    await page.waitForTimeout(500);
    return (await soFar()) - before;
  };
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}
