// A person in front of the screens. Verbs say what people do; what is on the screen is found as they find it: by its role and name.
import type { Locator, Page } from 'playwright-core';
import { boardVerbs } from './user-board.ts';
import { designerVerbs } from './user-designer.ts';
import { exportVerbs } from './user-exports.ts';
import { importVerbs } from './user-imports.ts';
import { listVerbs } from './user-lists.ts';
import { recordVerbs } from './user-records.ts';
import { sessionVerbs } from './user-session.ts';

export type User = ReturnType<typeof userAt>;

export function userAt(page: Page) {
  return {
    page,
    ...sessionVerbs(page),
    ...listVerbs(page),
    ...recordVerbs(page),
    ...boardVerbs(page),
    ...importVerbs(page),
    ...exportVerbs(page),
    ...designerVerbs(page),
    /** Waits until the text stands somewhere in sight. */
    sees: (text: string | RegExp): Promise<void> => seen(page.getByText(text)),
    seesHeading: (name: string | RegExp): Promise<void> => seen(page.getByRole('heading', { level: 1, name })),
    seesAlert: (text: string | RegExp): Promise<void> => seen(page.getByRole('alert').filter({ hasText: text })),
    goesTo: async (address: string): Promise<void> => void (await page.goto(address)),
    reloads: async (): Promise<void> => void (await page.reload()),
    /** The server answers no such question any more … */
    losesServer: async (question: string): Promise<void> =>
      void (await page.route(question, (route) => route.fulfill({ status: 403, json: refusal }))),
    /** … and does again. */
    findsServer: (question: string): Promise<void> => page.unroute(question),
    /** What has the focus, by its name or its text. */
    focused: (): Promise<string> => page.evaluate<string>(focusedName),
    /** By how many pixels the page is wider than the window. */
    overflow: (): Promise<number> =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    /** By how many pixels the page could be scrolled into emptiness below its frame. */
    emptinessBelow: (): Promise<number> =>
      page.evaluate<number>('document.scrollingElement.scrollHeight - window.innerHeight'),
    /** Takes back what was just done, as long as the message offers it. */
    undoes: (): Promise<void> => page.getByRole('status').getByRole('button', { name: 'Undo' }).click(),
  };
}

const refusal = { code: 'refused', title: 'Not now.', errors: [] };
const focusedName = `(({ activeElement: at }) => at.getAttribute('aria-label') ?? at.innerText)(document)`;

function seen(locator: Locator): Promise<void> {
  return locator.filter({ visible: true }).first().waitFor();
}
