// Regular expressions find and replace the same in JavaScript and in PostgreSQL: random ones over random texts, with line breaks,
// Chinese and characters beyond the basic plane.
import { makeDatabase } from '@trellis/testing/database';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds, valueOf, whereOf, sqlOf } from '../fixtures.ts';
import { parsePattern } from '../pattern/parse-pattern.ts';
import { languageDatabase, type LanguageDatabase } from './language-database.ts';

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
  await client.query('set statement_timeout = 1000');
});

afterAll(() => close());

const character = fc.constantFrom('a', 'b', 'A', '_', '1', ' ', '\n', '\r', '-', '.', '华', '為', '😀', 'é', 'İ', '\u00a0', '\\', '[', '٣'); // prettier-ignore
const text = fc.array(character, { maxLength: 8 }).map((characters) => characters.join(''));

const escapes = ['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\n', '\\t', '\\.', '\\\\', '\\-', '\\[', '\\u4e00', '\\ '];
const literal = fc.constantFrom('a', 'b', '1', '_', ' ', '-', ',', '华', '😀', '\n', '"', "'", '%', '#', '~');
const member = fc.oneof(
  literal.filter((one) => one !== '-'),
  fc.constantFrom(...escapes),
  fc.constantFrom('a-z', 'A-Z', '0-9', '\\u4e00-\\u9fff', '😀-😂', '!-~'),
);
const bracket = fc
  .tuple(fc.constantFrom('', '^'), fc.array(member, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '-'))
  .map(([negation, members, hyphen]) => `[${negation}${members.join('')}${hyphen}]`);
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,2}', '{1,}', '{0}', '{3}');
const { choice } = fc.letrec<{ choice: string; sequence: string; atom: string }>((tie) => ({
  choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((options) => options.join('|')),
  sequence: fc.array(tie('atom'), { maxLength: 3 }).map((atoms) => atoms.join('')),
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('^', '$'),
    repeated(fc.oneof(literal, literal, fc.constantFrom(...escapes, '.'), bracket)),
    repeated(fc.tuple(fc.constantFrom('(', '(?:'), tie('choice')).map(([open, inner]) => `${open}${inner})`)),
  ),
}));

/** Some repeat what stands for a place alone, which is refused. */
const pattern = choice.filter((regex) => parsePattern(regex).ok);

function repeated(atom: Arbitrary<string>): Arbitrary<string> {
  return fc.tuple(atom, quantifier).map(([one, count]) => one + count);
}

const texts = fc.array(text, { minLength: 20, maxLength: 20 });
const settings = {
  numRuns: Number(process.env['EXPRESSIONS'] ?? 1_500),
  seed: Number(process.env['SEED'] ?? 20_260_331),
};

test('they find the same', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(pattern, texts, async (regex, samples) => {
      const json = { matches: [{ var: 'title' }, regex] };
      const { text: condition, values } = whereOf(json);
      const { rows } = await client.query<{ found: boolean }>(
        `select (${condition}) as found from unnest($${values.length + 1}::text[]) as title`,
        [...values, samples],
      );
      expect(rows.map(({ found }) => found)).toEqual(samples.map((title) => holds(json, { title })));
    }),
    settings,
  );
});

test('they replace the same', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      pattern,
      fc.constantFrom('', '-', '\\1', '\\&', '$&', '😀\\'),
      texts,
      async (regex, by, samples) => {
        const json = { replace_matches: [{ var: 'title' }, regex, by] };
        const { text: expression, values } = sqlOf(json);
        const { rows } = await client.query<{ value: string }>(
          `select ${expression} as value from unnest($${values.length + 1}::text[]) as title`,
          [...values, samples],
        );
        expect(rows.map(({ value }) => value)).toEqual(samples.map((title) => valueOf(json, { title })));
      },
    ),
    settings,
  );
});
