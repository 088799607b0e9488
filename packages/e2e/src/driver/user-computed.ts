// The designer: fields that are gathered from other records, or shown from one that is looked up.
import type { Page } from 'playwright-core';
import { choose } from './choose.ts';

export function computedVerbs(page: Page) {
  const editor = () => page.getByRole('complementary', { name: /^(Add field|Field)$/ });
  const box = (name: string) => editor().getByRole('combobox', { name, exact: true });
  const summary = () => editor().getByRole('region', { name: 'What it comes to' });
  return {
    /** Begins a field of a type; its options come next. */
    startsField: async ({ type, label }: { readonly type: string; readonly label: string }): Promise<void> => {
      await page.getByRole('main').getByRole('button', { name: 'Add field' }).click();
      await editor().getByRole('button', { name: type, exact: true }).click();
      await editor().getByLabel('Label (English)').fill(label);
    },
    opensField: async (label: string): Promise<void> => {
      await page.getByRole('row').getByRole('button', { name: label, exact: true }).click();
      await editor().getByLabel('Label (English)').waitFor();
    },
    /** From the list below a box of the editor. */
    choosesOption: (name: string, option: string): Promise<void> => choose(box(name), option),
    /** All that a box of the editor offers. */
    offered: async (name: string): Promise<readonly string[]> => {
      await box(name).click();
      const list = page.locator('.ant-select-dropdown').filter({ visible: true });
      await list.waitFor();
      const options = await list.locator('.ant-select-item-option').allInnerTexts();
      await page.keyboard.press('Escape');
      return options;
    },
    /** Gathers only some of the records; the condition is typed next. */
    startsCondition: async (): Promise<void> => {
      await editor().getByText('Only some', { exact: true }).click();
      await editor().getByRole('textbox', { name: 'Only where' }).click();
    },
    writesCondition: (text: string): Promise<void> => editor().getByRole('textbox', { name: 'Only where' }).fill(text),
    /** What the field comes to, as the editor tells it. */
    readsSummary: (): Promise<string> => summary().innerText(),
    triesToAdd: (): Promise<void> =>
      editor()
        .getByRole('button', { name: /^(Add to|Change in) draft$/ })
        .click(),
    /** What the editor says against the field, each at its place. */
    fieldAlerts: (): Promise<readonly string[]> => editor().getByRole('alert').allInnerTexts(),
    /** What the table of fields says of one. */
    fieldRow: (label: string): Promise<string> =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('button', { name: label, exact: true }) })
        .innerText(),
  };
}
