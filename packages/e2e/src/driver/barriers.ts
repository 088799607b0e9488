// What axe finds on a page that keeps somebody out: its serious and critical violations, each with the elements concerned.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

export async function seriousBarriers(page: Page): Promise<readonly string[]> {
  // Through the debugger's door: the content security policy lets no other script in.
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
