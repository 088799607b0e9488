import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { entity } from '../builders.ts';
import { kindNames } from '../kinds.ts';
import { publishedSchema } from './published-schema.ts';

test.each(kindNames)('the published schema of %s is up to date (npm run build writes it)', async (kind) => {
  const file = new URL(`../../schemas/${kind}.json`, import.meta.url);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(publishedSchema(kind))));
});

test('the published schema of an entity checks a field by the schema of its type', () => {
  const check = new Ajv2020({ strict: false }).compile(publishedSchema('entity'));
  expect(check(entity('book', { pages: { type: 'integer', min: 1 } }).body)).toBe(true);
  expect(check({ name: 'book', fields: { pages: { type: 'integer', max_length: 5 } } })).toBe(false);
  expect(check({ name: 'book', fields: { pages: { type: 'no_such_type' } } })).toBe(false);
});
