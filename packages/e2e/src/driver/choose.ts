// Choosing in a box with a list below it: opening, typing, clicking what is offered.
import type { Locator } from 'playwright-core';

export async function choose(box: Locator, option: string): Promise<void> {
  await box.click();
  if (await box.isEditable()) await box.fill(option);
  // What the box names as its options to screen readers are twins out of sight; the list that is clicked has no role of its own.
  const list = box.page().locator('.ant-select-dropdown').filter({ visible: true });
  await list
    .getByTitle(option, { exact: true })
    .or(list.getByText(option, { exact: true }))
    .first()
    .click();
}
