import jsonLogic from 'json-logic-js';
import { expect, test } from 'vitest';
import { sharedData } from '@trellis/testing/shared-data';
import { compat } from './compat.ts';
import { isExpected, suiteCases, type SuiteCase } from './suite-cases.ts';

const folder = sharedData('suite_jsonlogic');

test.skipIf(!folder)('Untyped JSONLogic is what the tables of compatible behaviour say, in each of 1,138 cases', () => {
  const cases = suiteCases(String(folder));
  const deviating = cases.filter((one) => !isExpected(compat(one.rule)(one.data), one));
  process.stdout.write(`\nJSONLogic: ${cases.length - deviating.length} of ${cases.length} cases\n`);
  expect(deviating.map(({ name }) => name)).toEqual([]);
  expect(cases).toHaveLength(1_138);
  expect(cases.filter(({ file }) => file === 'compatible.json')).toHaveLength(278);
});

test.skipIf(!folder)('json-logic-js as it comes meets 811 of them, whatever error it throws', () => {
  expect(suiteCases(String(folder)).filter(isMetByJsonLogicJs)).toHaveLength(811);
});

function isMetByJsonLogicJs(one: SuiteCase): boolean {
  const rule: Parameters<typeof jsonLogic.apply>[0] = JSON.parse(JSON.stringify(one.rule));
  try {
    return isExpected({ ok: true, value: jsonLogic.apply(rule, one.data) }, one);
  } catch {
    return 'error' in one.expected;
  }
}
