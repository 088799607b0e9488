import { expect } from 'vitest';
import { entity, optionSet } from '@trellis/metadata/builders';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
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

test('a formula is written with what is proposed and told its mistakes', async ({ user, colleague }) => {
  await user.opensDesigner('product');
  await user.startsFormula({ label: 'Best offer', gives: 'Decimal number' });
  await user.typesFormula('rou');
  expect((await user.suggestions())[0]).toContain('ROUND');
  await user.typesFormula('{Enter}lis');
  expect((await user.suggestions())[0]).toContain('List price');
  await user.typesFormula('{Tab} * 0.9, Famil');
  await user.suggestions();
  await user.typesFormula('{Enter}');
  expect(await user.formula()).toBe('ROUND([List price] * 0.9, [Family])');
  await eventually(() => user.formulaProblems()).toEqual([
    expect.stringMatching(/1:27[^]*needs a number here, not text/),
  ]);
  await user.typesFormula('{Backspace}'.repeat('[Family]'.length) + '2');
  await user.addsToDraft();
  await user.readsPlan();
  await user.publishes();
  await user.sees(/Version \d+ is live/);
  expect(await colleague.readsEntity('product')).toMatchObject({
    fields: {
      best_offer: { returns: 'decimal', expression: { round: [{ '*': [{ var: 'list_price' }, 0.9] }, 2] } },
    },
  });
});

test('a formula is checked again when another result is asked of it', async ({ user }) => {
  await user.opensDesigner('product');
  await user.startsFormula({ label: 'Greeting', gives: 'Currency' });
  await user.typesFormula('"gift"');
  await eventually(() => user.formulaProblems()).toHaveLength(1);
  await user.choosesOption('Result type', 'Text');
  await eventually(() => user.readsSummary()).toContain('Result: Text');
  await user.addsToDraft();
});

test('publishing a field writes down that field, and nothing that goes without saying', async ({ user, colleague }) => {
  await colleague.publishes(entity('book', { title: 'text', pages: 'integer' }));
  const before = await colleague.readsEntity('book');
  await user.opensDesigner('book');
  await user.addsField({ type: 'Date', label: 'Printed on' });
  await user.readsPlan();
  await user.publishes();
  await user.sees(/Version \d+ is live/);
  const printedOn = { type: 'date', label: 'Printed on' };
  expect(await colleague.readsEntity('book')).toEqual({
    ...before,
    fields: { ...before.fields, printed_on: printedOn },
  });
});

test('a draft follows the model where somebody else publishes something else', async ({ user, colleague }) => {
  await user.opensDesigner('product');
  await user.addsField({ type: 'Text', label: 'Room' });
  await colleague.publishes(optionSet('before_planning', ['a']));
  expect(await user.readsPlan()).toContain('Field “Room” is added to “Product”.');
  const told = await user.readsNotice();
  expect(told).toMatch(/Somebody else has published version \d+. Your changes still fit/);
  await colleague.publishes(optionSet('after_planning', ['a']));
  await user.publishes();
  await eventually(() => user.readsNotice()).not.toBe(told);
  await user.publishes();
  await user.sees(/Version \d+ is live/);
});

test('a draft that conflicts with what somebody else has published says so, and is begun anew', async ({
  user,
  colleague,
}) => {
  await user.opensDesigner('product');
  await user.addsField({ type: 'Text', label: 'Mine' });
  await colleague.publishes({
    kind: 'entity',
    name: 'product',
    body: { name: 'product', extends: true, icon: 'star' },
  });
  await user.reviews();
  await user.seesAlert(/Your draft conflicts with version \d+/);
  await user.seesAlert('Somebody else has changed the entity “Product”.');
  await user.reloads();
  await user.seesAlert(/Your draft conflicts with version \d+/);
  await user.beginsAnew();
  await user.sees(/No changes · version \d+/);
});
