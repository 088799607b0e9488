// What is translated gives, in closures and in PostgreSQL, what the untyped rule gives: on the tables of compatible behaviour, with types
// taken from their data, and on random rules over records with nulls.
import { makeDatabase } from '@trellis/testing/database';
import { sharedData } from '@trellis/testing/shared-data';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageDatabase, type LanguageDatabase } from '../../agreement/language-database.ts';
import { answersOf } from '../../agreement/sample.ts';
import { compiledFunction } from '../../compiled.ts';
import { exampleWorld } from '../../example-scope.ts';
import type { ValueType } from '../../types.ts';
import { compat } from '../compat.ts';
import { suiteCases, type SuiteCase } from '../suite-cases.ts';
import { toStrict, type UntypedScope } from './to-strict.ts';

const types = { n: 'number', m: 'number', s: 'text', t: 'text', b: 'boolean', d: 'date' } as const;
const scope: UntypedScope = { typeOf: (path) => new Map<string, ValueType>(Object.entries(types)).get(path.join('.')) };

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
});

afterAll(() => close());

async function inBoth(json: unknown, record: Record<string, unknown>, of: { readonly [path: string]: ValueType }) {
  const { byClosures, byPostgres } = await answersOf(json, { context: { ...exampleWorld, record }, types: of }, client);
  return { byClosures, byPostgres };
}

const folder = sharedData('suite_jsonlogic');

test.skipIf(!folder)(
  'The tables of compatible behaviour are answered alike where they translate',
  async () => {
    const translated = suiteCases(String(folder)).flatMap((one) => {
      const strict = 'error' in one.expected ? undefined : toStrict(one.rule, scopeIn(one.data));
      return strict ? [{ ...one, json: strict.json }] : [];
    });
    const answers = new Map<string, unknown>();
    for (const { name, json, data } of translated) answers.set(name, await inBoth(json, recordOf(data), typesIn(data)));
    const valueOf = ({ expected }: SuiteCase) => ('value' in expected ? expected.value : undefined);
    process.stdout.write(`\nJSONLogic: ${translated.length} cases run in SQL\n`);
    expect(answers).toEqual(
      new Map(translated.map((one) => [one.name, { byClosures: valueOf(one), byPostgres: valueOf(one) }])),
    );
    expect(translated.length).toBeGreaterThanOrEqual(746);
  },
  60_000,
);

const number = fc.constantFrom<unknown>(0, 1, 2.5, -3, { var: 'n' }, { var: 'm' }, null, '2', '');
const text = fc.constantFrom<unknown>('', 'a', 'b', '2', { var: 's' }, { var: 't' }, { val: ['s'] }, null);
const truth = fc.constantFrom<unknown>(true, false, { var: 'b' });
const day = fc.constantFrom<unknown>('2026-03-31', { var: 'd' }, null);
const { any } = fc.letrec<{ any: unknown; number: unknown; text: unknown; truth: unknown }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    number,
    operation(['+', '*', '-', 'min', 'max'], tie('number'), fc.oneof(tie('number'), tie('truth'))),
    operation(['/', '%'], tie('number'), fc.constantFrom(2, 3)),
    operation(['-', '+', 'if'], tie('number')),
    operation(['if', '?:'], tie('any'), tie('number'), tie('number')),
    operation(['and', 'or', '??'], tie('number'), tie('number')),
    operation(
      ['reduce'],
      fc.constant([1, 2]),
      fc.constant({ '+': [{ var: 'current' }, { var: 'accumulator' }] }),
      number,
    ),
  ),
  text: fc.oneof(
    { maxDepth: 3 },
    text,
    operation(['cat'], tie('text'), tie('any')),
    operation(['substr'], tie('text'), fc.constantFrom(0, 1, -1), fc.constantFrom(1, -1)),
    operation(['if'], tie('any'), tie('text')),
    operation(['and', 'or', '??'], tie('text'), tie('text')),
  ),
  truth: fc.oneof(
    { maxDepth: 3 },
    truth,
    operation(['==', '!=', '===', '!==', '<', '<=', '>', '>='], tie('any'), tie('any')),
    operation(['==', '!=', '===', '!==', '<', '<=', '>', '>='], tie('number'), tie('number'), tie('number')),
    operation(['==', '!=', '===', '!==', '<', '<=', '>', '>='], tie('text'), tie('text')),
    operation(['==', '!=', '<', '<=', '>', '>='], day, day),
    operation(['and', 'or'], tie('truth'), tie('any')),
    operation(['!', '!!'], tie('any')),
    operation(['in'], tie('any'), fc.constantFrom<unknown>(['a', '2'], [1, 0], [])),
    operation(['in'], tie('any'), tie('text')),
    operation(['all', 'some', 'none'], fc.constant([1, 2, 0]), fc.constantFrom({ var: '' }, { '>': [{ var: '' }, 1] })),
  ),
  any: fc.oneof(
    { maxDepth: 3 },
    tie('number'),
    tie('text'),
    tie('truth'),
    operation(['missing'], fc.constant('s'), fc.constant('n')),
  ),
}));

function operation(names: readonly string[], ...operands: readonly Arbitrary<unknown>[]): Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...names), fc.tuple(...operands)).map(([name, list]) => ({ [name]: list }));
}

const record = fc.record({
  n: fc.constantFrom(null, 0, 1, 2.5),
  m: fc.constantFrom(null, 0, 2),
  s: fc.constantFrom(null, '', 'a', '2'),
  t: fc.constantFrom(null, '', 'b'),
  b: fc.constantFrom(null, true, false),
  d: fc.constantFrom(null, '2026-03-31', '2026-04-01'),
});

describe('Random rules over records with nulls are answered alike where they translate,', () => {
  test('in closures', () => {
    let compared = 0;
    fc.assert(
      fc.property(any, record, (rule, data) => {
        const [strict, answer] = [toStrict(rule, scope), compat(rule)(data)];
        if (strict === undefined || !answer.ok) return;
        compared += 1;
        const value = compiledFunction(strict.typed)({ ...exampleWorld, record: data });
        expect(value, JSON.stringify(strict.json)).toEqual(answer.value);
      }),
      { numRuns: 10_000, seed: 20_260_331 },
    );
    expect(compared).toBeGreaterThan(3_000);
  });

  test('in PostgreSQL', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(any, record, async (rule, data) => {
        const [strict, answer] = [toStrict(rule, scope), compat(rule)(data)];
        if (strict === undefined || !answer.ok) return;
        compared += 1;
        expect((await inBoth(strict.json, data, types)).byPostgres, JSON.stringify(strict.json)).toEqual(answer.value);
      }),
      { numRuns: 1_000, seed: 20_260_401 },
    );
    expect(compared).toBeGreaterThan(300);
  }, 60_000);
});

interface Row {
  readonly [name: string]: unknown;
}

function recordOf(data: unknown): Row {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data))
    : {};
}

/** The types that the data of a case shows; what it has and is not null is taken to be always there. */
function scopeIn(data: unknown): UntypedScope {
  const found = new Map(Object.entries(typesIn(data)));
  return {
    typeOf: (path) => found.get(path.join('.')),
    isNeverNull: () => true,
    rowsOf: (path) => {
      const rows = path.reduce<unknown>((value, name) => recordOf(value)[name], data);
      const isRows =
        Array.isArray(rows) && rows.length > 0 && rows.every((row) => Object.keys(recordOf(row)).length > 0);
      return isRows ? scopeIn(Object.assign({}, ...rows)) : undefined;
    },
  };
}

function typesIn(data: unknown, above = ''): { readonly [path: string]: ValueType } {
  return Object.assign(
    {},
    ...Object.entries(recordOf(data)).map(([name, value]) => {
      const type = typeIn(value);
      return type === undefined ? typesIn(value, `${above}${name}.`) : { [above + name]: type };
    }),
  );
}

function typeIn(value: unknown): ValueType | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value === 'number' ? 'number' : 'boolean';
  if (typeof value === 'string') return 'text';
  if (!Array.isArray(value)) return undefined;
  if (value.length > 0 && value.every((item) => typeof item === 'string')) return 'text[]';
  return value.every((item) => typeof item === 'number') ? 'number[]' : undefined;
}
