// How much script a page loads, as it is sent: in bytes, compressed by gzip.
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** Counts from now on; the answer is asked for when the page has what it needs. */
export function watchScript(page: Page): () => Promise<number> {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript')) scripts.push(response);
  });
  return async () => {
    await page.waitForLoadState('networkidle');
    const bodies = await Promise.all(scripts.map((script) => script.body()));
    const total = bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0);
    if (total === 0) throw new Error('The page loaded no script.');
    return total;
  };
}
