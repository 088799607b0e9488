// What the help of every function shows is true, in JavaScript and in PostgreSQL.
import { makeDatabase } from '@trellis/testing/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleWorld } from '../example-scope.ts';
import { allFunctions } from '../formula/functions.ts';
import type { Example } from '../help.ts';
import { languageDatabase, type LanguageDatabase } from './language-database.ts';
import { answersOf } from './sample.ts';

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
});

afterAll(() => close());

describe.each(allFunctions().map(({ names, examples }) => [names.en, examples] as const))('%s', (_, examples) => {
  test.each(examples.map((example) => [JSON.stringify(example.json), example] as const))(
    '%s is what its help says',
    async (_, { json, result, record = {}, old }: Example) => {
      const context = { ...exampleWorld, record, ...(old && { old }) };
      expect(await answersOf(json, { context }, client)).toEqual({
        byJsonLogic: result,
        byClosures: result,
        byPostgres: result,
      });
    },
  );
});
