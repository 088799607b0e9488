// Forms and record pages: creating, editing, deleting, reading messages at the fields and the history.
import type { Locator, Page } from 'playwright-core';
import { choose } from './choose.ts';

/** By label; what is chosen from a list is written `{ choose: … }`. */
export type Answers = Readonly<Record<string, string | { readonly choose: string }>>;

export function recordVerbs(page: Page) {
  const form = (): Locator => page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Save' }) });
  const within = async (): Promise<Locator> => ((await form().count()) > 0 ? form() : page.getByRole('main'));
  const fills = async (answers: Answers): Promise<void> => {
    const place = await within();
    for (const [label, answer] of Object.entries(answers)) {
      if (typeof answer !== 'string')
        await choose(place.getByRole('combobox', { name: label, exact: true }), answer.choose);
      else await fill(inputOf(place, label), answer);
    }
  };
  const saves = async (): Promise<void> => saveButton(await within()).click();
  return {
    startsNew: async (one: string): Promise<void> => {
      await page
        .getByRole('main')
        .getByRole('button', { name: `New ${one}`, exact: true })
        // An empty list offers it twice.
        .first()
        .click();
      await form().getByRole('button', { name: 'Save' }).waitFor();
    },
    fills,
    /** Key by key, as slowly as people who look for the next key. */
    types: async (label: string, text: string): Promise<void> => {
      const input = inputOf(await within(), label);
      await input.click();
      await input.pressSequentially(text, { delay: 300 });
      await input.press('Tab');
    },
    /** What stands in an input. */
    inputAt: async (label: string): Promise<string> => inputOf(await within(), label).inputValue(),
    saves,
    /** With two clicks, of which the second comes before any answer, or rendering, to the first. */
    savesTwice: async (): Promise<void> =>
      saveButton(await within()).evaluate((button: { click(): void }) => {
        button.click();
        button.click();
      }),
    /** What a form shows of a value that nobody types. */
    shownAt: async (label: string): Promise<string> => (await within()).getByLabel(label, { exact: true }).innerText(),
    /** The message that stands at a field: what a screen reader says of the input beside its name. */
    messageAt: async (label: string): Promise<string> => {
      const input = inputOf(await within(), label);
      const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean);
      const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).allInnerTexts()));
      return texts.flat().join(' ');
    },
    startsEditing: async (): Promise<void> => {
      await page.getByRole('main').getByRole('button', { name: 'Edit', exact: true }).click();
      await page.getByRole('main').getByRole('button', { name: 'Save' }).waitFor();
    },
    /** What the record page says beside a label. */
    valueOf: (label: string): Promise<string> =>
      page
        .getByRole('tabpanel')
        .locator('div', { has: page.locator(`dt:text-is("${label}")`) })
        .last()
        .innerText(),
    seesDetails: (): Promise<void> => page.getByRole('tabpanel').getByRole('term').first().waitFor(),
    opensTab: (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click(),
    history: (): Promise<string> => page.getByRole('tabpanel', { name: 'History' }).innerText(),
    deletes: async (): Promise<void> => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByRole('status').filter({ hasText: 'was moved to the trash' }).waitFor();
    },
  };
}

function saveButton(place: Locator): Locator {
  return place.getByRole('button', { name: 'Save', exact: true });
}

function inputOf(place: Locator, label: string): Locator {
  const named = { name: label, exact: true };
  return place
    .getByRole('textbox', named)
    .or(place.getByRole('spinbutton', named))
    .or(place.getByRole('combobox', named));
}

/** Parsed inputs, dates among them, take their text when they are left. */
async function fill(input: Locator, text: string): Promise<void> {
  await input.fill(text);
  await input.press('Tab');
}
