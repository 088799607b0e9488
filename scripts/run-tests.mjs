// Runs vitest and sums it up in one line. Under the Node of node_modules, since it asks packages/testing for a browser.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, noChromium } from '../packages/testing/src/browser.ts';
import { runToEnd } from './run.mjs';
import { countResults, summaryLine } from './summary.mjs';

const words = process.argv.slice(2);
const withBrowser = findChromium() !== null;
const browserRequired = process.env.CI === 'true' && words.length === 0;
if (!withBrowser) console.log(browserRequired ? noChromium : `${noChromium} They are skipped.`);

const folder = mkdtempSync(join(tmpdir(), 'trellis-results-'));
const results = join(folder, 'results.json');
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
const exitCode = await runToEnd(process.execPath, [vitest, 'run', ...reporters, ...words]);

const counts = countResults({ report: readReport(results), succeeded: exitCode === 0 });
if (browserRequired && !withBrowser) counts.failed += 1;
rmSync(folder, { recursive: true, force: true });
console.log(summaryLine(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
