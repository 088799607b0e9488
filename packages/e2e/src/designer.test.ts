import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('a field added in the designer is planned, published, and asked for in the form', async ({ user }) => {
  await user.opensDesigner('product');
  await user.addsField({ type: 'Text', label: 'Shelf mark' });
  expect(await user.readsPlan()).toContain('Field “Shelf mark” is added to “Product”.');
  await user.publishes();
  await user.sees('Version 2 is live.');
  await user.opensList('product');
  await user.startsNew('Product');
  await user.fills({ 'Shelf mark': 'QA 76' });
});
