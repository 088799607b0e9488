import { expect, test } from 'vitest';
import { findWords } from './check-words.mjs';

const trade = `const entity = '${'acc'}ount';`;
const folder = `const data = '/${'work'}/data';`;

test("a trade's entity is found in the platform's code, not in tests, templates and documentation", () => {
  expect(findWords('engine/src/model/compile.ts', `\n${trade}`)).toEqual([
    expect.stringMatching(/^engine\/src\/model\/compile\.ts:2: /),
  ]);
  for (const file of ['engine/src/model/compile.test.ts', 'templates/crm/main.json', 'docs/guide.md']) {
    expect(findWords(file, trade)).toEqual([]);
  }
});

test('a name that only contains such a word is left alone', () => {
  expect(findWords('engine/src/auth/login.ts', "const table = 'accounting_period';")).toEqual([]);
});

test('a folder of one machine is found anywhere, an address is not', () => {
  expect(findWords('docs/guide.md', folder)).toHaveLength(1);
  expect(findWords('docs/guide.md', 'https://host.example/home/page and ~/home/page')).toEqual([]);
});
