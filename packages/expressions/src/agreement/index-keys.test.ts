// Which expressions PostgreSQL takes as the key of an index.
import { makeDatabase } from '@trellis/testing/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isIndexable } from '../indexable.ts';
import { identifier, inlined } from '../sql.ts';
import { toSql } from '../to-sql.ts';
import type { TypedExpression } from '../typed.ts';
import { partsOf } from './coverage.ts';
import { languageDatabase, type LanguageDatabase } from './language-database.ts';
import { storeBooks } from './interpreters.ts';
import { question, typedOf } from './question.ts';

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
  await storeBooks(client, []);
});

afterAll(() => close());

test('An index can be made of every expression of which it is said, and of hardly another', async () => {
  const asked = fc.sample(question, { numRuns: 1_500, seed: 20_261_130 }).map(({ json }) => typedOf(json));
  const own = asked.flatMap((typed) => (typed && isOfOneRow(typed) ? [typed] : []));
  const said = own.filter(isIndexable);
  const others = own.filter((typed) => !isIndexable(typed));
  expect(said.length).toBeGreaterThan(100);
  for (const typed of said) expect({ [keyOf(typed)]: await isTaken(typed) }).toEqual({ [keyOf(typed)]: true });
  let takenAfterAll = 0;
  for (const typed of others) if (await isTaken(typed)) takenAfterAll += 1;
  // PostgreSQL works out what consists of constants before it looks.
  expect(takenAfterAll).toBeLessThan(others.length / 10);
});

async function isTaken(typed: TypedExpression): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(`create index on book ((${keyOf(typed)}))`);
    return true;
  } catch {
    return false;
  } finally {
    await client.query('rollback');
  }
}

function keyOf(typed: TypedExpression): string {
  return inlined(toSql(typed, ([name = '']) => identifier(name))).chunks.join('');
}

function isOfOneRow(node: TypedExpression): boolean {
  if (node.kind === 'var') return !node.path[0]?.startsWith('$');
  if (node.kind === 'each' && node.source.kind === 'rows') return false;
  return partsOf(node).every(isOfOneRow);
}
