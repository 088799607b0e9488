// Six rules that a business user has written in formula text: the form refuses the same rows as every other way to the engine, with
// the same message, before anything is sent. See engine/test/spec/six-rules.spec.ts for the others.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { fieldLabels, sixRules, sixRulesEntity, sixRulesItems, type Language } from '@trellis/testing/six-rules';
import { now, rows, writerName, writers, writersAsUsers, type Row, type Writer } from '@trellis/testing/six-rules-rows';
import { workspace } from '@trellis/testing/workspace';
import { browserTest } from './driver/browser-test.ts';
import { choose } from './driver/choose.ts';
import { eventually, patience } from './driver/eventually.ts';
import { administrator } from './driver/product.ts';

const test = browserTest(async () => {
  const { url, close } = await workspace({ items: sixRulesItems(), now, users: writersAsUsers, screens: true });
  return { url, stop: close };
});

const everybody = (['en', 'zh-CN'] as const).flatMap((language) =>
  (Object.keys(writers) as Writer[]).map((writer) => ({ language, writer })),
);
for (const { language, writer } of everybody) {
  test(
    `the form of a ${writer} refuses in ${language} what the server refuses`,
    { timeout: 12 * patience },
    async ({ stranger: { page } }) => {
      await page.clock.setFixedTime(now);
      await logsIn(page, `${writerName(writer, language)}@example.com`);
      let sent = 0;
      await page.route(`**/api/records/${sixRulesEntity}`, async (route) => {
        sent += 1;
        await route.fulfill({ status: 403, json: { code: 'refused', title: 'Not now.', errors: [] } });
      });
      await page.goto(`/${sixRulesEntity}`);
      for (const row of rows.filter(({ by }) => by === writer)) {
        sent = 0;
        await opensForm(page);
        await fillsIn(page, row, language);
        await button(page, texts.save).click();
        await eventually(async () => sent > 0 || Object.keys(await messages(page)).length > 0).toBe(true);
        expect({ row: row.name, said: await messages(page), sent }).toEqual({
          row: row.name,
          said: Object.fromEntries(row.refusedBy.map((name) => [sixRules[name].at, sixRules[name].message[language]])),
          sent: row.refusedBy.length > 0 ? 0 : 1,
        });
        await closesForm(page);
      }
    },
  );
}

const texts = {
  create: /^(New|新建)/,
  save: /^(Save|保存)$/,
  cancel: /^(Cancel|取消)$/,
  discard: /^(Discard|放弃修改)$/,
};

async function logsIn(page: Page, email: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(({ pathname }) => pathname !== '/login');
}

async function opensForm(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: texts.create }).first().click();
  await button(page, texts.save).waitFor();
}

async function fillsIn(page: Page, { name, values }: Row, language: Language): Promise<void> {
  for (const [field, value] of Object.entries({ name, ...values })) {
    const label = { name: fieldLabels[field]?.[language] ?? field, exact: true };
    const box = page.getByRole('dialog').getByRole('combobox', label);
    const input = page.getByRole('dialog').getByRole('textbox', label);
    await box.or(input).first().waitFor();
    if ((await box.count()) > 0) {
      await choose(box, String(value));
      continue;
    }
    await input.fill(String(value));
    await input.press('Tab');
  }
}

/** What stands at the fields, by their names. */
function messages(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate<Readonly<Record<string, string>>>(
    `Object.fromEntries([...document.querySelectorAll('[data-field] [id$="_errors"]')]
      .map((message) => [message.closest('[data-field]').dataset.field, message.textContent]))`,
  );
}

async function closesForm(page: Page): Promise<void> {
  await button(page, texts.cancel).click();
  await button(page, texts.discard).click();
  await page.getByRole('dialog').first().waitFor({ state: 'detached' });
}

function button(page: Page, name: RegExp) {
  return page.getByRole('dialog').getByRole('button', { name });
}
