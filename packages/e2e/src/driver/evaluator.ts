// The evaluators in a page: what the same code gives that the screens run, in the browser's own JavaScript.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type * as inPage from '../evaluator/in-page.ts';
import { bundled } from './bundled.ts';

type Evaluator = typeof inPage;

const path = fileURLToPath(new URL('../evaluator/in-page.ts', import.meta.url));
const name = 'trellisEvaluator';

export async function evaluatorIn(page: Page) {
  await page.addScriptTag({ content: await bundled(path, name) });
  return <Name extends keyof Evaluator>(
    method: Name,
    ...given: Parameters<Evaluator[Name]>
  ): Promise<ReturnType<Evaluator[Name]>> =>
    page.evaluate<ReturnType<Evaluator[Name]>>(`${name}.${method}(...${JSON.stringify(given)})`);
}
