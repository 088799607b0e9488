// The pages of functions are what the registry gives, and say of every function what it is; that its examples are true is tested in
// ../agreement/examples.test.ts.
import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { allFunctions } from '../formula/functions.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { parseExpression } from '../parse.ts';
import { functionsPage, pages } from './functions-page.ts';

const root = new URL('../../../../', import.meta.url);

describe.each(['en', 'zh-CN'] as const)('The page of functions in %s', async (language) => {
  const file = new URL(pages[language], root);
  const page = await readFile(file, 'utf8');

  test('is what `npm run docs:functions` writes', async () => {
    const options = { ...(await resolveConfig(file)), filepath: file.pathname };
    expect(page).toBe(await format(functionsPage(language), options));
  });

  test('has every function once, and each with examples', () => {
    const sections = page.split(/^### /m).slice(1);
    const expected = allFunctions().map(({ names, examples }) => ({
      names: [names.en, names['zh-CN']].toSorted(),
      examples: examples.length,
    }));
    const shown = sections.map((section) => {
      const [heading = ''] = section.split('\n');
      return { names: heading.split(' ').toSorted(), examples: rowsIn(section).length };
    });
    expect(byName(shown)).toEqual(byName(expected));
  });

  test('writes its formulas so that they are read as the JSON beside them', () => {
    const rows = rowsIn(page);
    expect(rows.length).toBeGreaterThan(100);
    for (const { formula, json } of rows) {
      const read = parseFormula(formula, undefined);
      const meant = parseExpression(JSON.parse(json));
      expect({ formula, read: read.ok && read.value.expression }).toEqual({ formula, read: meant.ok && meant.value });
    }
  });
});

/** Of the tables of examples: those of three pieces of code. */
function rowsIn(text: string): readonly { readonly formula: string; readonly json: string }[] {
  return [...text.matchAll(/^\| (`+) ?(.+?) ?\1 +\| `[^\n]+?` +\| `([^\n]+)` +\|$/gm)].map(
    ([, , formula = '', json = '']) => ({
      formula: formula.replaceAll('\\|', '|'),
      json: json.replaceAll('\\|', '|'),
    }),
  );
}

function byName<Shown extends { readonly names: readonly string[] }>(sections: readonly Shown[]): readonly Shown[] {
  return sections.toSorted((one, other) => (one.names.join() < other.names.join() ? -1 : 1));
}
