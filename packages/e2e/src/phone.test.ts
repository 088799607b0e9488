import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('on a phone a list is made of cards that fit its width, and a card opens its record', async ({ phoneUser }) => {
  await phoneUser.opensList('account');
  const [first = ''] = await phoneUser.titles();
  await eventually(() => phoneUser.page.getByRole('main').getByRole('article').count()).toBeGreaterThan(3);
  await eventually(() => phoneUser.page.getByRole('grid').count()).toBe(0);
  await eventually(phoneUser.overflow).toBe(0);
  await phoneUser.opensRecord(first);
  await phoneUser.seesHeading(first);
  await eventually(phoneUser.overflow).toBe(0);
});
