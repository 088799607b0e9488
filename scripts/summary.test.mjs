import { expect, test } from 'vitest';
import { countResults, summaryLine } from './summary.mjs';

const file = (status, ...states) => ({ status, assertionResults: states.map((state) => ({ status: state })) });
const count = (succeeded, ...testResults) => summaryLine(countResults({ report: { testResults }, succeeded }));

test('passed, failed and skipped tests are counted over all files', () => {
  expect(count(false, file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed'))).toBe(
    '2 passed, 1 failed, 1 skipped',
  );
});

test('a file that does not even load is one failure', () => {
  expect(count(false, file('passed', 'passed'), file('failed'))).toBe('1 passed, 1 failed');
});

test('a run that fails outside of every test is a failure, and so is one that left no report', () => {
  expect(count(false, file('passed', 'passed'))).toBe('1 passed, 1 failed');
  expect(summaryLine(countResults({ report: null, succeeded: false }))).toBe('0 passed, 1 failed');
});

test('skipped tests are not mentioned when there are none', () => {
  expect(count(true, file('passed', 'passed'))).toBe('1 passed, 0 failed');
});
