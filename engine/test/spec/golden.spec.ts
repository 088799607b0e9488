// Golden triples: a request, the one statement that it becomes, and its answer. A changed plan is seen here first.
// To take over what is: GOLDEN=write npx vitest run engine/test/spec/golden.spec.ts, and read the difference.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { workspace, type Workspace } from '@trellis/testing/workspace';

interface Golden {
  /** Who asks: a role of the clinic, or `admin`. */
  readonly as: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

const folder = fileURLToPath(new URL('../golden/', import.meta.url));
const writing = process.env['GOLDEN'] === 'write';

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ template: 'clinic', sampleData: true, now: '2026-05-04T02:00:00Z' });
});
afterAll(() => ws.close());

test.each(readdirSync(folder))('%s', async (name) => {
  const at = (file: string): string => `${folder}${name}/${file}`;
  const { as, method, path, body } = JSON.parse(readFileSync(at('request.json'), 'utf8')) as Golden;
  const client = as === 'admin' ? ws.admin : await ws.as(as);
  const statements = await recorded(() => client.send(method, path, body));
  const sql = statements.texts.map((text) => `${readable(text)};\n`).join('\n');
  const answer = `${JSON.stringify(steady(statements.result.body), null, 2)}\n`;
  if (writing) {
    mkdirSync(at(''), { recursive: true });
    writeFileSync(at('plan.sql'), sql);
    writeFileSync(at('response.json'), answer);
  }
  expect(statements.result.status).toBe(200);
  expect(sql).toBe(readFileSync(at('plan.sql'), 'utf8'));
  expect(answer).toBe(readFileSync(at('response.json'), 'utf8'));
});

test('a list is one statement, whatever it shows beside its own columns', async () => {
  const select = 'number,patient.name,patient.guardian.name,doctor.department,owner.name,created_by';
  const { texts, result } = await recorded(() =>
    ws.admin.send('POST', '/api/records/visit/query', { select, sort: ['doctor.department', '-at'] }),
  );
  expect(result.status).toBe(200);
  expect(texts).toHaveLength(1);
  const counted = await recorded(() => ws.admin.send('POST', '/api/records/visit/query', { select, count: 'capped' }));
  expect(counted.texts).toHaveLength(2);
});

/** Every statement that the engine sends meanwhile, but those of its background. */
async function recorded<Result>(work: () => Promise<Result>): Promise<{ texts: string[]; result: Result }> {
  const spy = vi.spyOn(ws.engine.database.pool, 'query');
  const result = await work();
  const texts = spy.mock.calls.map(([query]) => (query as unknown as pg.QueryConfig).text ?? String(query));
  spy.mockRestore();
  // Who asks, what people are called, and which version is the newest, is read once and kept until a notification says that it
  // may have changed, which may come at any moment: no part of a plan.
  const kept =
    /\btrellis\.(member|session|version|workspace)\b|^select u\.id, "u"\."name" as name from "main"\."user" u /;
  return { texts: texts.filter((text) => !kept.test(text)), result };
}

/** One clause a line. */
function readable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (from|left join|where|order by|group by|limit|and) /g, '\n  $1 ')
    .trim();
}

/** Ids differ from run to run; what they are of does not: each gets a number where it first stands. */
function steady(body: unknown): unknown {
  const ids = new Map<string, string>();
  const text = JSON.stringify(body).replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    if (!ids.has(id)) ids.set(id, `id-${ids.size + 1}`);
    return ids.get(id) ?? id;
  });
  return JSON.parse(text.replace(/"after":"[^"]+"/g, '"after":"…"'));
}
