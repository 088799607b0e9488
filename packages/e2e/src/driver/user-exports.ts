// Taking a list out as a file.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

export function exportVerbs(page: Page) {
  const opensListMenu = (): Promise<void> =>
    page.getByRole('button', { name: /^(More about this list|更多操作)$/ }).click();
  /** It lies over the menu, and Esc closes what was opened last, which may be on its way out. */
  const closesFilter = async (): Promise<void> => {
    const filter = page.getByRole('dialog', { name: 'Filter' });
    await eventually(async () => {
      if ((await filter.count()) > 0) await page.keyboard.press('Escape');
      return filter.count();
    }).toBe(0);
  };
  const dialog = () => page.getByRole('dialog', { name: /^(Export |导出)/ });
  const confirms = (): Promise<void> =>
    dialog()
      .getByRole('button', { name: /^(Export|导出)$/ })
      .click();
  const saved: Download[] = [];
  page.on('download', (download) => void saved.push(download));
  return {
    opensListMenu,
    opensExport: async (): Promise<void> => {
      await closesFilter();
      await opensListMenu();
      await page.getByRole('menuitem', { name: /^(Export|导出)$/ }).click();
      await dialog().waitFor();
    },
    exportDialog: dialog,
    choosesAllColumns: (): Promise<void> =>
      dialog()
        .getByRole('radio', { name: /^All columns/ })
        .check(),
    /** Where no file is expected. */
    triesToExport: confirms,
    exports: async (): Promise<SavedFile> => {
      const [download] = await Promise.all([page.waitForEvent('download'), confirms()]);
      await dialog().waitFor({ state: 'detached' });
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    },
    savedFiles: (): readonly string[] => saved.map((download) => download.suggestedFilename()),
  };
}
