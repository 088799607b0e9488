// From vitest's report to the line that people and machines read: what did not even begin counts as failed.

/** @param {{ report: object | null, succeeded: boolean }} run `succeeded`: whether vitest ended with exit code 0 */
export function countResults({ report, succeeded }) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const having = (...states) => tests.filter((test) => states.includes(test.status)).length;
  const brokenFiles = files.filter((file) => file.status === 'failed' && !hasFailedTest(file)).length;
  const failed = having('failed') + brokenFiles;
  return {
    passed: having('passed'),
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: having('pending', 'skipped', 'todo', 'disabled'),
  };
}

function hasFailedTest(file) {
  return file.assertionResults.some((test) => test.status === 'failed');
}

export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
