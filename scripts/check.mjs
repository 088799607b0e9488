// `npm run check`: types (kept by turbo where nothing changed), lint, format, import law and words, all of them even
// when one fails. Words after it choose among them: `npm run check -- //#check:lint`.
import { PreparationError, prepare, turbo } from './prepare.mjs';

const all = ['check:types', '//#check:lint', '//#check:format', '//#check:imports', '//#check:words'];
const chosen = process.argv.slice(2);

try {
  prepare({ screens: false });
  const tasks = chosen.length > 0 ? chosen : all;
  process.exitCode = turbo(['run', ...tasks, '--continue', '--output-logs=errors-only']).status ?? 1;
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
