// No type throws, hangs or changes its mind, whatever it is given.
import { existsSync, readFileSync } from 'node:fs';
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cases, shown, type Case } from './cases.ts';
import { hostileTexts, hugeTexts } from './hostile-texts.ts';

const naughtyStrings = new URL('../../../../../shared/data/payload_blns/blns.json', import.meta.url);

/** Every way in which a text can come as a value. */
function disguises(text: string): readonly unknown[] {
  return [text, [text], { [text]: text }, { id: text, entity: text }, { street: text, full: text }];
}

/** What the type makes of a text, in values and in files; every accepted value is canonical. */
function accepted({ type, examples, context }: Case, text: string): readonly unknown[] {
  const answers = [
    ...disguises(text).map((value) => type.normalize(value, examples.field, context)),
    type.parse(text, examples.field, context),
  ];
  const values = answers.flatMap((answer) => (answer.ok && answer.value !== null ? [answer.value] : []));
  for (const value of values) {
    expect(type.normalize(value, examples.field, context), shown(value)).toEqual({ ok: true, value });
    const written = type.format(value, examples.field, context);
    expect(type.parse(written, examples.field, context), shown(value)).toEqual({ ok: true, value });
  }
  return values;
}

describe.each(cases)('$name', (one) => {
  test('refuses hostile texts or keeps them', () => {
    for (const text of hostileTexts) accepted(one, text);
  });

  test.skipIf(!existsSync(naughtyStrings))('refuses the big list of naughty strings or keeps them', () => {
    const texts: string[] = JSON.parse(readFileSync(naughtyStrings, 'utf8'));
    for (const text of texts) accepted(one, text);
  });

  test('answers ten megabytes within five seconds, on a busy machine too', () => {
    for (const text of hugeTexts) {
      const start = performance.now();
      for (const value of disguises(text)) one.type.normalize(value, one.examples.field, one.context);
      one.type.parse(text, one.examples.field, one.context);
      expect(performance.now() - start, shown(text)).toBeLessThan(5000);
    }
  });

  test('never throws, and its values are canonical', () => {
    const { type, examples, context } = one;
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })), (value) => {
        const normalized = type.normalize(value, examples.field, context);
        if (!normalized.ok || normalized.value === null) return;
        expect(type.normalize(normalized.value, examples.field, context)).toEqual(normalized);
      }),
      { numRuns: 300 },
    );
  });

  test('never throws on text, and writes what it read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        accepted(one, text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('in PostgreSQL', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await makeDatabase();
    client = new pg.Client(database.url);
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  test.each(
    cases.filter(({ type, examples }) => type.column(examples.field) !== null && type.companionValues === undefined),
  )('accepted hostile values of $name come back unharmed', async (one) => {
    const { type, examples } = one;
    const values = hostileTexts.flatMap((text) => accepted(one, text));
    await client.query('drop table if exists stored');
    await client.query(`create table stored (place int primary key, value ${type.column(examples.field)?.type})`);
    for (const [place, value] of values.entries()) {
      await client.query('insert into stored values ($1, $2)', [place, type.toColumn?.(value) ?? value]);
    }
    const wire = type.wireSql?.('value', examples.field, []) ?? 'value';
    const { rows } = await client.query<{ readonly json: string }>(
      `select row_to_json(read)::text as json from (select ${wire} as wire from stored order by place) as read`,
    );
    expect(rows.map(({ json }) => JSON.parse(json).wire)).toEqual(values);
  });
});
