// The evaluators in Chromium give what they give in Node: untyped JSONLogic on the community's 1,138 cases, and random expressions
// of the strict language.
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '@trellis/testing/browser';
import { sharedData } from '@trellis/testing/shared-data';
import { question } from '../../expressions/src/agreement/question.ts';
import { row } from '../../expressions/src/agreement/rows.ts';
import { isExpected, suiteCases } from '../../expressions/src/compat/suite-cases.ts';
import { evaluatorIn } from './driver/evaluator.ts';
import { agreement, untyped } from './evaluator/in-page.ts';

const folder = sharedData('suite_jsonlogic');

describe.skipIf(!hasBrowser())('In Chromium', () => {
  let browser: Browser;
  let evaluated: Awaited<ReturnType<typeof evaluatorIn>>;
  beforeAll(async () => {
    browser = await launchBrowser();
    evaluated = await evaluatorIn(await browser.newPage());
  }, 60_000);
  afterAll(() => browser?.close());

  test.skipIf(!folder)('untyped JSONLogic is what it is in Node, case by case', async () => {
    const cases = suiteCases(String(folder));
    const answers = await evaluated(
      'untyped',
      cases.map(({ rule, data = null }) => ({ rule, data })),
    );
    expect(answers).toHaveLength(1_138);
    expect(answers).toEqual(untyped(cases));
    const passed = cases.filter((one, index) => answers[index] && isExpected(answers[index], one));
    process.stdout.write(`\nJSONLogic in Chromium: ${passed.length} of ${cases.length} cases\n`);
    expect(passed).toHaveLength(1_138);
  });

  test('random expressions of the strict language are what they are in Node, for each of 30 books', async () => {
    const books = fc.sample(row, { numRuns: 30, seed: 20_260_331 });
    const questions = fc.sample(question, { numRuns: 500, seed: 20_260_331 });
    const answers = await evaluated('agreement', questions, books);
    expect(answers.filter((one) => one !== null).length).toBeGreaterThan(450);
    expect(answers).toEqual(agreement(questions, books));
  });
});
