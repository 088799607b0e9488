// One expression, three ways to ask it: for random expressions and rows, json-logic-js, closures and PostgreSQL give the same value
// and choose the same rows. EXPRESSIONS asks for more of them, SEED for others, and PLANT for a fault that has to be found.
import { makeDatabase } from '@trellis/testing/database';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TypedExpression } from '../typed.ts';
import { meanings, noteMeanings } from './coverage.ts';
import { languageDatabase, type LanguageDatabase } from './language-database.ts';
import { byClosures, byJsonLogic, byPostgres, storeBooks, type Answer } from './interpreters.ts';
import { planted, plants, type Plant } from './plants.ts';
import { question, typedOf, type Question } from './question.ts';
import { row } from './rows.ts';

const expressions = Number(process.env['EXPRESSIONS'] ?? 1_500);
const seed = Number(process.env['SEED'] ?? 20_260_331);
/** Gone through for meanings that have not been seen yet, so that few expressions see all of them too. */
const searched = Math.max(3 * expressions, 6_000);
const plant = plantCalled(process.env['PLANT']);
const books = fc.sample(row, { numRuns: 30, seed });

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
  // Nothing may depend on the session's own zone or style.
  await client.query(`set time zone 'Pacific/Auckland'`);
  await storeBooks(client, books);
});

afterAll(() => close());

describe('json-logic-js, closures and PostgreSQL agree', () => {
  test(
    `on ${expressions} random expressions over ${books.length} books and their chapters, values and choice of rows`,
    { timeout: expressions * 200 + 20_000 },
    async () => {
      const seen = new Set<string>();
      const failures: number[] = [];
      let untyped = 0;
      let pairs = 0;
      for (const [index, asked] of fc.sample(question, { numRuns: searched, seed }).entries()) {
        const typed = typedOf(asked.json);
        // Beyond as many as are wanted, only what has not been seen yet.
        const isWanted = index < expressions || (typed !== undefined && isNew(typed, seen));
        if (!isWanted) continue;
        if (typed === undefined) {
          untyped += 1;
          continue;
        }
        noteMeanings(typed, seen);
        pairs += books.length;
        if (!(await agrees(asked))) failures.push(index);
      }
      process.stdout.write(
        `\nagreement: ${pairs} pairs of expression and record, ${failures.length} expressions failed, SEED=${seed}\n`,
      );
      if (failures.length > 0) await reduced();
      expect(meanings().filter((name) => !seen.has(name))).toEqual([]);
      expect(untyped).toBeLessThan(expressions / 50);
    },
  );
});

/** Fails with the smallest question to be found that the first failure leads to. */
async function reduced(): Promise<void> {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const { inJsonLogic, inClosures, inPostgres } = await answersOf(asked);
      expect({ closures: inClosures, postgres: inPostgres }).toEqual({ closures: inJsonLogic, postgres: inJsonLogic });
    }),
    { numRuns: searched, seed },
  );
}

function isNew(typed: TypedExpression, seen: ReadonlySet<string>): boolean {
  const own = new Set<string>();
  noteMeanings(typed, own);
  return [...own].some((name) => !seen.has(name));
}

async function agrees(asked: Question): Promise<boolean> {
  const { inJsonLogic, inClosures, inPostgres } = await answersOf(asked);
  return isDeepStrictEqual(inClosures, inJsonLogic) && isDeepStrictEqual(inPostgres, inJsonLogic);
}

interface Answers {
  readonly inJsonLogic: readonly Answer[];
  readonly inClosures: readonly Answer[];
  readonly inPostgres: readonly Answer[];
}

async function answersOf({ json, world }: Question): Promise<Answers> {
  const typed = typedOf(json);
  if (typed === undefined) return { inJsonLogic: [], inClosures: [], inPostgres: [] };
  const forInterpreter = (name: Plant['interpreter']) => (plant?.interpreter === name ? planted(typed, plant) : typed);
  return {
    inJsonLogic: byJsonLogic(forInterpreter('json_logic'), world, books),
    inClosures: byClosures(forInterpreter('closures'), world, books),
    inPostgres: await byPostgres(forInterpreter('postgres'), world, client),
  };
}

function plantCalled(name: string | undefined): Plant | undefined {
  const known = name === undefined || name === '' ? undefined : plants.get(name);
  if (name && known === undefined) throw new Error(`PLANT is one of: ${[...plants.keys()].join(', ')}`);
  return known;
}
