// Coming in: setting the workspace up, logging in, choosing language and theme.
import type { Page } from 'playwright-core';
import { administrator } from './product.ts';

export function sessionVerbs(page: Page) {
  const triesToLogIn = async (password: string): Promise<void> => {
    await page.getByLabel('E-mail').fill(administrator.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
  };
  return {
    /** Answers the questions of the first start, in Chinese. */
    setsUpInChinese: async (template: string): Promise<void> => {
      await page.getByRole('radiogroup', { name: 'Language' }).getByText('中文').click();
      await page.getByLabel('您的姓名').fill('艾达');
      await page.getByLabel('邮箱').fill(administrator.email);
      await page.getByLabel('密码', { exact: true }).fill(administrator.password);
      await page.getByText(template).first().click();
      await page.getByRole('button', { name: '创建工作区' }).click();
    },
    triesToLogIn,
    logsIn: async (): Promise<void> => {
      await page.goto('/login');
      await triesToLogIn(administrator.password);
      await page.waitForURL(({ pathname }) => pathname !== '/login');
    },
    choosesInProfileMenu: async (item: string | RegExp): Promise<void> => {
      await page.getByRole('button', { name: /^(Profile|账号): / }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    theme: (): Promise<string | null> => page.locator('html').getAttribute('data-theme'),
    language: (): Promise<string | null> => page.locator('html').getAttribute('lang'),
  };
}
