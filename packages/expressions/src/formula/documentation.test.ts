// What docs/formulas.md shows is read as it stands there.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { orderFields } from './fixtures.ts';
import { parseFormula } from './parse-formula.ts';
import { strengths } from './signs.ts';

const page = await readFile(new URL('../../../../docs/formulas.md', import.meta.url), 'utf8');

const blocks = [...page.matchAll(/^```formula\n([\s\S]*?)^```$/gm)].flatMap(([, lines = '']) =>
  lines.trim().split('\n'),
);

/** What stands between backticks and is more than a sign or a word. */
const inline = [...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/``\s(.+?)\s``|`([^`\n]+)`/g)]
  .map(([, double, single]) => double ?? single ?? '')
  .filter((code) => /[("{.[`]/.test(code));

test.each([...blocks, ...inline])('%s', (text) => {
  const parsed = parseFormula(text, orderFields);
  expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message.en)).toEqual([]);
});

test('signs are told in the order in which they bind', () => {
  const rows = ['`-` before', '`^`', '`*` `/`', '`+` `-`', '`&`', '`=` `<>`', '`NOT`, then `AND`, then `OR`'];
  const places = rows.map((row) => page.indexOf(`| ${row}`));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  const { minus, power, product, sum, joining, comparison, not, and, or } = strengths;
  const order = [minus, power, product, sum, joining, comparison, not, and, or];
  expect(order).toEqual(order.toSorted((one, other) => other - one));
});
