// An import among others who write: what a file looks up may be leaving at that very moment.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { identifier, sql } from '@trellis/expressions/sql';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

let importing: ImportWorkspace;
beforeAll(async () => {
  importing = await importWorkspace({
    items: [
      entity('author', { name: { type: 'text', unique: true } }),
      entity('book', { title: 'text', author: { type: 'lookup', entity: 'author' } }),
    ],
  });
});
afterAll(() => importing.close());

test('a row that looks up a record on its way into the trash waits, and is then told that it is not there', async () => {
  const { ws } = importing;
  const { admin, engine } = ws;
  const leaving = await admin.create('author', { name: 'leaving' });
  await admin.create('author', { name: 'staying' });
  const table = identifier('main', 'author');
  const job = await engine.database.transaction(async (connection) => {
    await connection.query(sql`select from ${table} where id = ${leaving.id}::uuid for update`);
    await connection.query(sql`update ${table} set deleted_at = now() where id = ${leaving.id}::uuid`);
    const id = await importing.start(admin, 'book', 'title,author\nFirst,leaving\nSecond,staying\n');
    for (;;) {
      // Not before the import has come to wait for this transaction: else it would only see what is over.
      const waiting =
        await ws.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%author%'
        and datname = current_database()`);
      if (waiting.length > 0) return id;
      await sleep(20);
    }
  });
  const { report } = await importing.finished(admin, job);
  expect(report.errors).toMatchObject([{ row: 2, code: 'record_not_found' }]);
  expect(await admin.list('book', { select: 'title' })).toMatchObject([{ title: 'Second' }]);
});
