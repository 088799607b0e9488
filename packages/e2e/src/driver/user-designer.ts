// The designer: a field is added to an entity, the plan is read, the draft published.
import type { Page } from 'playwright-core';

interface NewField {
  readonly type: string;
  readonly label: string;
}

export function designerVerbs(page: Page) {
  return {
    opensDesigner: async (entity: string): Promise<void> => {
      await page.goto(`/designer/entities/${entity}`);
      await page.getByRole('button', { name: 'Add field' }).waitFor();
    },
    addsField: async ({ type, label }: NewField): Promise<void> => {
      await page.getByRole('main').getByRole('button', { name: 'Add field' }).click();
      const editor = page.getByRole('complementary', { name: 'Add field' });
      await editor.getByRole('button', { name: type, exact: true }).click();
      await editor.getByLabel('Label (English)').fill(label);
      await editor.getByRole('button', { name: 'Add to draft' }).click();
      await page.getByText('The field is in the draft.').waitFor();
    },
    readsPlan: async (): Promise<string> => {
      await page.getByRole('button', { name: 'Review and publish' }).click();
      await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
      return page.getByRole('main').innerText();
    },
    publishes: (): Promise<void> => page.getByRole('button', { name: 'Publish', exact: true }).click(),
  };
}
