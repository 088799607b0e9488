// docs/expressions.md holds: both interpreters give what its examples say, what it says is refused is refused so, and its limits are
// those of the code. So do the examples of docs/formulas.md.
import { makeDatabase } from '@trellis/testing/database';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageDatabase, type LanguageDatabase } from '../agreement/language-database.ts';
import { answersOf, typedOf, type Sample } from '../agreement/sample.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { isIndexable } from '../indexable.ts';
import { mostDigitsOfEach, mostMembers, mostMembersOfEach, mostTextOfEach, mostTextSought } from '../limits.ts';
import { toJson } from '../to-json.ts';
import { overLimits } from './limits.examples.ts';
import { sampleOf } from './sample-of-page.ts';

const docs = new URL('../../../../docs/', import.meta.url);
const page = await readFile(new URL('expressions.md', docs), 'utf8');
const pageOfFormulas = await readFile(new URL('formulas.md', docs), 'utf8');
const sample = sampleOf(page);

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
});

afterAll(() => close());

interface Line {
  readonly text: string;
  /** Undefined for what is refused. */
  readonly result?: unknown;
  readonly code?: string;
  readonly sample: Sample;
}

const lines: readonly Line[] = [...(page + pageOfFormulas).matchAll(/^```example ?(.*)\n([\s\S]*?)^```$/gm)].flatMap(
  ([, zone = '', block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => lineOf(line, zone === '' ? sample : inZone(zone))),
);

describe('An example holds:', () => {
  test('there are some of every chapter', () => expect(lines.length).toBeGreaterThan(180));

  test.each(lines.map((line) => [line.text, line] as const))('%s', async (_, { text, result, code, sample }) => {
    const json = jsonOf(text);
    if (code !== undefined) return expect(codesOf(json, sample)).toEqual([code]);
    expect(await answersOf(json, sample, client)).toEqual({
      byJsonLogic: result,
      byClosures: result,
      byPostgres: result,
    });
  });
});

test.each(rowsOf('can be indexed'))('%s is a key of an index: %s', (code = '', answer) => {
  const typed = typedOf(jsonOf(code.replaceAll('`', '')), sample);
  if (!typed.ok) throw new Error(JSON.stringify(typed.problems));
  expect(isIndexable(typed.value) ? 'yes' : 'no').toBe(answer);
});

test('what expressions are refused for beyond their limits is told with those limits', () => {
  const shown = rowsOf('beyond').map(([about = '', limit = '', beyond = '']) => [
    about.split(':')[0],
    limit,
    beyond.replaceAll('`', ''),
  ]);
  const measured = overLimits.map(({ about, most, within, beyond, then }) => {
    expect(codesOf(within, sample), about).toEqual([]);
    expect(codesOf(beyond, sample), about).toEqual([then]);
    return [about, most.toLocaleString('en'), then];
  });
  expect(shown.filter(([, , then]) => !then?.startsWith('null'))).toEqual(measured);
});

test('what is null beyond a limit is so beyond that one', () => {
  const shown = rowsOf('beyond').flatMap(([, limit, beyond]) => (beyond?.startsWith('null') ? [limit] : []));
  const limits = [mostTextSought, mostMembers, mostMembersOfEach, mostTextOfEach, mostDigitsOfEach];
  expect(shown).toEqual(limits.map((limit) => limit.toLocaleString('en')));
});

function lineOf(line: string, sample: Sample): Line {
  const [text = '', result] = line.split(/ → (?!.* → )/);
  if (result !== undefined) return { text, result: JSON.parse(result) as unknown, sample };
  const [refused = '', code = ''] = line.split(' ✗ ');
  return { text: refused, code, sample };
}

function inZone(timeZone: string): Sample {
  return { ...sample, context: { ...sample.context, timeZone } };
}

/** An example is JSON where it can be, else a formula. */
function jsonOf(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && !Array.isArray(json)) return json;
  } catch {
    // A formula.
  }
  const parsed = parseFormula(text, undefined);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problems.map(({ message }) => message.en).join(' ')}`);
  return toJson(parsed.value.expression);
}

function codesOf(json: unknown, sample: Sample): readonly string[] {
  const typed = typedOf(json, sample);
  return typed.ok ? [] : [...new Set(typed.problems.map(({ code }) => code))];
}

/** Of the table whose last column is called so. */
function rowsOf(column: string): readonly (readonly string[])[] {
  const [, table = ''] =
    new RegExp(`^\\|.*\\| ${column} +\\|\\n\\|[-| ]+\\|\\n((?:\\|.*\\|\\n)+)`, 'm').exec(page) ?? [];
  return table
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
