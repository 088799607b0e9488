// Boards: which cards stand where, and moving them by keyboard.
import type { Page } from 'playwright-core';

export function boardVerbs(page: Page) {
  const column = (name: string) => page.getByRole('region', { name, exact: true });
  return {
    cardsIn: (name: string): Promise<string[]> => column(name).getByRole('article').getByRole('link').allInnerTexts(),
    /** By keyboard, to the column at the right: picked up, moved, put down, as it is read out. */
    movesRight: async (title: string, next: string): Promise<void> => {
      await page.getByRole('group', { name: title, exact: true }).focus();
      await page.keyboard.press('Space');
      await page.getByText(`${title} is over`).waitFor({ state: 'attached' });
      await page.keyboard.press('ArrowRight');
      await page.getByText(`${title} is over ${next}`).waitFor({ state: 'attached' });
      await page.keyboard.press('Space');
    },
  };
}
