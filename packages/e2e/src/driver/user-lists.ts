// Lists: opening, sorting, filtering, searching, and reading what they show; the trash.
import type { Page } from 'playwright-core';
import { choose } from './choose.ts';

export function listVerbs(page: Page) {
  const records = (entity: string) => page.getByRole('main').locator(`a[href^="/${entity}/"]`);
  const head = (name: string) =>
    page.getByRole('columnheader').filter({ has: page.getByRole('button', { name, exact: true }) });
  const columnDialog = () => page.getByRole('dialog', { name: 'Columns' });
  const columnsButton = () => page.getByRole('button', { name: 'Columns', exact: true });
  const picksColumn = async (field: string): Promise<void> => {
    await columnsButton().click();
    await columnDialog().getByRole('button', { name: 'Add column' }).click();
    await columnDialog().getByRole('combobox').fill(field);
    await columnDialog().getByRole('option', { name: field, exact: true }).click();
  };
  const leavesColumns = async (): Promise<void> => {
    await columnsButton().click();
    await columnDialog().waitFor({ state: 'hidden' });
  };
  return {
    opensList: async (entity: string, view?: string): Promise<void> => {
      await page.goto(view === undefined ? `/${entity}` : `/${entity}?view=${view}`);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await records(entity).first().waitFor();
    },
    /** The titles of the list's records, from the top, as far as they are in sight. */
    titles: (): Promise<string[]> => records(new URL(page.url()).pathname.slice(1)).allInnerTexts(),
    sortsBy: (column: string): Promise<void> =>
      page.getByRole('columnheader').getByRole('button', { name: column, exact: true }).click(),
    searchesFor: (text: string): Promise<void> => page.getByRole('main').getByRole('searchbox').fill(text),
    filtersBy: async (field: string, value: string): Promise<void> => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Filter' });
      await dialog.getByRole('option', { name: field, exact: true }).click();
      await choose(dialog.getByRole('combobox', { name: 'Value' }), value);
      await page.keyboard.press('Escape');
    },
    /** All that one column shows, from the top. */
    column: async (name: string): Promise<string[]> => {
      const index = await head(name).getAttribute('aria-colindex');
      return page.locator(`[role="gridcell"][aria-colindex="${index}"]`).allInnerTexts();
    },
    /** Shows this field beside the first column, and no other: columns out of sight are not there. */
    showsOnly: async (field: string): Promise<void> => {
      await picksColumn(field);
      const columns = columnDialog().getByRole('list', { name: 'Columns' }).getByRole('listitem');
      await columns.filter({ hasText: field }).waitFor();
      const [, ...others] = await columns.filter({ hasNotText: field }).allInnerTexts();
      for (const other of others)
        await columnDialog()
          .getByRole('button', { name: `Hide the column ${other.trim()}`, exact: true })
          .click();
      await leavesColumns();
      await head(field).waitFor();
    },
    addsColumn: async (field: string): Promise<void> => {
      await picksColumn(field);
      await leavesColumns();
      await head(field).waitFor();
    },
    /** In pixels. */
    columnWidth: async (name: string): Promise<number | undefined> => (await head(name).boundingBox())?.width,
    /** The line of sums below the list. */
    totals: (): Promise<string> => page.getByRole('row').filter({ hasText: 'Sum' }).innerText(),
    opensCell: (column: string): Promise<void> =>
      head(column)
        .getAttribute('aria-colindex')
        .then((index) => page.locator(`[role="gridcell"][aria-colindex="${index}"]`).first().dblclick()),
    opensRecord: (title: string): Promise<void> =>
      page.getByRole('main').getByRole('link', { name: title, exact: true }).first().click(),
    restoresFromTrash: async (entity: string, title: string): Promise<void> => {
      await page.goto(`/trash/${entity}`);
      const line = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
      await line.getByRole('button', { name: 'Restore' }).click();
      await line.waitFor({ state: 'detached' });
    },
  };
}
