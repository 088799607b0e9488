// Chromium for the browser tests: the one named, Playwright's own, or the system's; never downloaded.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where the browser to take is, or null when this machine has none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['CHROMIUM_PATH'];
  const candidates = named ? [named] : [chromium.executablePath(), ...systemPaths];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Whether browser tests run here, or are to be skipped; with `CI=true` their absence is a failure, so it throws. */
export function hasBrowser(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (findChromium(environment) !== null) return true;
  if (environment['CI'] === 'true') throw new Error(noChromium);
  return false;
}

/** A new browser with a new profile. Throws where there is none: a suite that may be skipped asks `hasBrowser` first. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(noChromium);
  // Without a locale of its own, Chromium calls files with names beyond ASCII "download".
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return chromium.launch({ executablePath, args: quietly, env });
}

export const noChromium =
  'No Chromium was found for the browser tests: install one (Debian: apt-get install chromium fonts-noto-cjk), ' +
  'or name its executable in CHROMIUM_PATH.';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Root has no sandbox, containers have no GPU, and a test talks to nobody but the product.
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
