// `npm test`: installs and builds what the tests need, runs them all on the Node of node_modules, and ends with the line
// "N passed, N failed". Words after it choose test files by a part of their path: `npm test -- expressions`.
import { PreparationError, prepare, root } from './prepare.mjs';
import { runToEnd } from './run.mjs';

const filters = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const screens = filters.length === 0 || filters.some((word) => /e2e|designer|runtime-ui/.test(word));

try {
  const node = prepare({ screens });
  process.exitCode = await runToEnd(node, ['scripts/run-tests.mjs', ...process.argv.slice(2)], { cwd: root });
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
