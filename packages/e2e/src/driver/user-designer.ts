// The designer: an entity is made, a field is added to it, the plan is read, the draft published.
import type { Page } from 'playwright-core';
import { choose } from './choose.ts';
import { computedVerbs } from './user-computed.ts';

interface NewField {
  readonly type: string;
  readonly label: string;
}

export function designerVerbs(page: Page) {
  const editor = () => page.getByRole('complementary', { name: 'Add field' });
  const formula = () => editor().getByRole('textbox', { name: 'Formula' });
  const reviews = (): Promise<void> => page.getByRole('button', { name: 'Review and publish' }).click();
  return {
    ...computedVerbs(page),
    opensDesigner: async (entity: string): Promise<void> => {
      await page.goto(`/designer/entities/${entity}`);
      await page.getByRole('button', { name: 'Add field' }).waitFor();
    },
    makesEntity: async (label: string): Promise<void> => {
      await page.getByLabel('Label (English)').fill(label);
      await page.getByRole('button', { name: 'Add to draft' }).click();
      await page.getByText('The entity is in the draft.').waitFor();
    },
    addsField: async ({ type, label }: NewField): Promise<void> => {
      // Beside a new entity it is open already.
      if (!(await editor().isVisible()))
        await page.getByRole('main').getByRole('button', { name: 'Add field' }).click();
      await editor().getByRole('button', { name: type, exact: true }).click();
      await editor().getByLabel('Label (English)').fill(label);
      await editor().getByRole('button', { name: 'Add to draft' }).click();
      await editor().waitFor({ state: 'detached' });
    },
    /** Begins a field that a formula works out; what is typed into it comes next. */
    startsFormula: async ({ label, gives }: { readonly label: string; readonly gives: string }): Promise<void> => {
      await page.getByRole('main').getByRole('button', { name: 'Add field' }).click();
      await editor().getByRole('button', { name: 'Formula', exact: true }).click();
      await editor().getByLabel('Label (English)').fill(label);
      await choose(editor().getByRole('combobox', { name: 'Result type' }), gives);
      await formula().click();
    },
    /** Keys one after the other; those in braces by name: `rou{Enter}`. */
    typesFormula: async (keys: string): Promise<void> => {
      for (const [, name, text] of keys.matchAll(/\{([A-Z][\w+]*)\}|([^{]+)/g)) {
        if (name !== undefined) await page.keyboard.press(name);
        else await page.keyboard.type(text ?? '');
      }
    },
    formula: (): Promise<string> => formula().inputValue(),
    /** What could be written at the caret, the one that Enter takes first. */
    suggestions: async (): Promise<readonly string[]> => {
      const list = page.getByRole('listbox', { name: 'Suggestions' });
      await list.waitFor();
      return list.getByRole('option').allInnerTexts();
    },
    /** What is wrong with the formula, as it stands below it. */
    formulaProblems: (): Promise<readonly string[]> =>
      editor().getByRole('list', { name: 'Problems' }).getByRole('listitem').allInnerTexts(),
    addsToDraft: async (): Promise<void> => {
      await editor().getByRole('button', { name: 'Add to draft' }).click();
      await editor().waitFor({ state: 'detached' });
    },
    reviews,
    readsPlan: async (): Promise<string> => {
      await reviews();
      await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
      return page.getByRole('main').innerText();
    },
    /** What the designer tells above the page, such as that somebody else has published. */
    readsNotice: (): Promise<string> => page.getByRole('main').getByRole('status').innerText(),
    /** Gives up a draft that conflicts with what somebody else has published. */
    beginsAnew: async (): Promise<void> => {
      await page.getByRole('alert').getByRole('button', { name: 'Begin anew' }).click();
      await page.getByRole('tooltip').getByRole('button', { name: 'Begin anew' }).click();
    },
    publishes: (): Promise<void> => page.getByRole('button', { name: 'Publish', exact: true }).click(),
  };
}
