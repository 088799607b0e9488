// The import wizard, step by step.
import type { Page } from 'playwright-core';
import { choose } from './choose.ts';

export function importVerbs(page: Page) {
  const wizard = () => page.getByRole('region', { name: /^Import / });
  /** The cells of a section's first table, row by row. */
  const table = (section: string | RegExp): Promise<string[][]> =>
    wizard()
      .getByRole('region', { name: section })
      .getByRole('table')
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')));
  return {
    opensImport: async (entity: string): Promise<void> => {
      await page.goto(`/${entity}`);
      await page.getByRole('button', { name: 'More about this list' }).click();
      await page.getByRole('menuitem', { name: 'Import' }).click();
      await wizard().waitFor();
    },
    givesFile: async (name: string, text: string): Promise<void> => {
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.locator('input[type="file"]').setInputFiles(file);
      await wizard().getByRole('button', { name: 'Check' }).waitFor();
    },
    /** The field that a column of the file is proposed to fill. */
    fieldFor: (header: string): Promise<string> =>
      wizard()
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })
        .innerText(),
    mapsColumn: (header: string, field: string): Promise<void> =>
      choose(wizard().getByRole('combobox', { name: `Field for ${header}` }), field),
    checks: async (): Promise<void> => {
      await wizard()
        .getByRole('button', { name: /^Check( again)?$/ })
        .click();
      await wizard().getByText('Checked. Nothing has been changed yet.').waitFor();
    },
    mapsValue: (cell: string, meaning: string): Promise<void> =>
      choose(wizard().getByRole('combobox', { name: `What ${cell} means` }), meaning),
    /** The texts that mean nothing yet, each with its number of rows. */
    unmatchedValues: async (): Promise<string[][]> =>
      (await table('Values that mean nothing yet')).map((cells) => cells.slice(0, 2)),
    /** Why rows are refused: reason, field, values, number of rows. */
    reasons: (): Promise<string[][]> => table(/ refused$/),
    imports: async (button: string): Promise<void> => {
      await wizard().getByRole('button', { name: button, exact: true }).click();
      await wizard().getByText('Imported.').waitFor();
    },
    /** One of the figures of the check or the result. */
    figure: (name: string): Promise<string> =>
      wizard()
        .locator('div', { has: page.locator(`dt:text-is("${name}")`) })
        .last()
        .locator('dd')
        .innerText(),
  };
}
