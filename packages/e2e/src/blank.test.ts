// A workspace that begins with nothing, until somebody works in it.
import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startTemplate } from './driver/product.ts';

const test = browserTest(() => startTemplate('blank'));

test('in a blank workspace the first entity is made, given fields, published and filled', async ({ user }) => {
  await user.goesTo('/');
  await user.page.getByRole('link', { name: 'Create an entity' }).click();
  await user.makesEntity('Visit');
  await user.addsField({ type: 'Date', label: 'Day' });
  await user.addsField({ type: 'Web address', label: 'Page' });
  const plan = await user.readsPlan();
  expect(plan).toContain('Entity “Visit” is added.');
  expect(plan).toContain('Form “Main form” is added.');
  await user.publishes();
  await user.sees(/Version \d+ is live/);

  await user.goesTo('/');
  await user.seesHeading('Visits');
  await user.startsNew('Visit');
  await user.fills({ Name: 'Dentist', Page: 'example.com' });
  await user.types('Day', '2026/12/31');
  await user.saves();
  await user.sees('“Dentist” is created');
  await eventually(() => user.column('Day')).toEqual(['Dec 31, 2026']);
  await user.opensRecord('Dentist');
  await eventually(() => user.page.getByRole('tabpanel').getByRole('link').first().getAttribute('href')).toBe(
    'https://example.com',
  );
});

test('a date that nobody can read stays as it was typed, and the form says so', async ({ user }) => {
  await user.goesTo('/visit');
  await user.startsNew('Visit');
  await user.fills({ Name: 'Optician' });
  await user.types('Day', '12/31');
  expect(await user.inputAt('Day')).toBe('12/31');
  await user.saves();
  await eventually(() => user.messageAt('Day')).toContain('This is not a date.');
});

test('a new entity can be taken out of the draft again', async ({ user }) => {
  await user.goesTo('/designer/new-entity');
  await user.makesEntity('Mistake');
  await user.page.getByRole('button', { name: 'Take out of the draft' }).click();
  await user.sees(/No changes/);
});
