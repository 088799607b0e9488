// `npm run test:expressions`: the agreement test at length, on other expressions each time. It prints how many pairs of expression
// and record there were, how many expressions failed, and the SEED that gives the same ones again. EXPRESSIONS asks for more;
// PLANT runs it with one of the faults of packages/expressions/src/agreement/plants.ts, which has to make it fail.
import { PreparationError, prepare, root } from './prepare.mjs';
import { runToEnd } from './run.mjs';

process.env.EXPRESSIONS ??= '20000';
process.env.SEED ??= String(Date.now() % 2 ** 31);

try {
  const node = prepare({ screens: false });
  const suite = 'packages/expressions/src/agreement/agreement.test.ts';
  process.exitCode = await runToEnd(node, ['scripts/run-tests.mjs', suite], { cwd: root });
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
