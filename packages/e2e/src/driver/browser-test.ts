// `test` with a user in front of the product. A file shares one product and one browser; each test has a browser profile of its
// own, and fails when the screens it visited complained in the console, broke the content security policy or crashed.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect, test as base, vi } from 'vitest';
import { hasBrowser, launchBrowser } from '@trellis/testing/browser';
import { colleagueAt, type Colleague } from './colleague.ts';
import { patience } from './eventually.ts';
import { watchFaults } from './faults.ts';
import type { Product } from './product.ts';
import { userAt, type User } from './user.ts';

export type Screen = 'desktop' | 'phone';

interface Fixtures {
  /** Of the whole file. */
  readonly product: Product;
  readonly browser: Browser;
  /** Somebody new to this browser, to whom nothing has been shown yet. */
  readonly stranger: User;
  /** The administrator, logged in at a desk … */
  readonly user: User;
  /** … and with a phone in the hand. */
  readonly phoneUser: User;
  /** Another administrator, at work on the same model. */
  readonly colleague: Colleague;
}

export function browserTest(start: () => Promise<Product>) {
  vi.setConfig({ testTimeout: 4 * patience });
  const session = sessionOf();
  return base
    .extend<Fixtures>({
      product: [
        async ({}, use) => {
          const product = await start();
          await use(product);
          await product.stop();
        },
        { scope: 'file' },
      ],
      browser: [
        async ({}, use) => {
          const browser = await launchBrowser();
          await use(browser);
          await browser.close();
        },
        { scope: 'file' },
      ],
      stranger: ({ browser, product }, use) => withUser({ browser, product, screen: 'desktop' }, use),
      user: async ({ browser, product }, use) =>
        withUser({ browser, product, screen: 'desktop', ...(await session(browser, product)) }, use),
      phoneUser: async ({ browser, product }, use) =>
        withUser({ browser, product, screen: 'phone', ...(await session(browser, product)) }, use),
      colleague: async ({ product }, use) => use(await colleagueAt(product)),
    })
    .skipIf(!hasBrowser());
}

interface Setting extends Pick<BrowserContextOptions, 'storageState'> {
  readonly browser: Browser;
  readonly product: Product;
  readonly screen: Screen;
}

async function withUser({ browser, product, screen, ...state }: Setting, use: (user: User) => Promise<void>) {
  const context = await browser.newContext({ ...screens[screen], ...surroundings, ...state, baseURL: product.url });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults = watchFaults(page);
  await use(userAt(page));
  await context.close();
  expect(faults, 'what the screens complained of').toEqual([]);
}

/** Logs in once for the file: checking a password is meant to be slow. */
function sessionOf() {
  let known: Promise<Pick<BrowserContextOptions, 'storageState'>> | undefined;
  return (browser: Browser, product: Product) => (known ??= logIn(browser, product));
}

async function logIn(browser: Browser, product: Product) {
  const context = await browser.newContext({ ...surroundings, baseURL: product.url });
  await userAt(await context.newPage()).logsIn();
  const storageState = await context.storageState();
  await context.close();
  return { storageState };
}

// What moves is clicked where it stood a moment ago, which on a busy machine is beside it.
const surroundings = { locale: 'en-US', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;
const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;
