import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

const file = [
  'Name,Short name,Grade,Turnover',
  'Alder Works,Alder,Top,100',
  'Birch Works,Birch,Top,200',
  'Cedar Works,Cedar,Standard,300',
].join('\n');

test('a file is previewed, its columns mapped, an unknown value given a meaning once, and its rows arrive', async ({
  user,
}) => {
  await user.opensImport('account');
  await user.givesFile('works.csv', file);
  await user.sees('works.csv · 3 rows · UTF-8');
  await user.sees('Alder Works');
  expect(await user.fieldFor('Short name')).toContain('Short name');
  expect(await user.fieldFor('Grade')).toContain('Not imported');
  await user.mapsColumn('Grade', 'Level');
  await user.mapsColumn('Turnover', 'Annual revenue');
  await user.checks();
  await user.sees('Values that mean nothing yet');
  await user.mapsValue('Top', 'Important');
  await user.checks();
  await eventually(() => user.figure('Will be made')).toBe('3');
  await user.imports('Import 3 rows');
  expect(await user.figure('Made')).toBe('3');
  expect(await user.figure('Refused')).toBe('0');
  await user.opensImport('account');
  await user.sees('Drop a CSV file here');
  await user.opensList('account');
  await user.searchesFor('Works');
  await eventually(user.titles).toEqual(['Alder Works', 'Birch Works', 'Cedar Works']);
  expect(await user.column('Level')).toEqual(['Important', 'Important', 'Standard']);
});

test('on a phone every column stands with the field that it fills', async ({ phoneUser }) => {
  await phoneUser.goesTo('/account/import');
  await phoneUser.givesFile('works.csv', file);
  expect(await phoneUser.overflow()).toBe(0);
  const field = await phoneUser.page.getByRole('combobox', { name: 'Field for Turnover' }).boundingBox();
  const window = phoneUser.page.viewportSize();
  expect((field?.x ?? NaN) + (field?.width ?? NaN)).toBeLessThanOrEqual(window?.width ?? 0);
});
