// A hundred additive publishes under a load of reads and writes: nobody's request fails. They add what there is to add: columns,
// unique and searched ones among them, look-ups, entities, options, forms and views.
import { expect, test } from 'vitest';
import { entity, form, optionSet, view } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import { workspace } from '@trellis/testing/workspace';

/** The kinds of fields in turn, each by the prefix of its name. */
const kinds: readonly (readonly [prefix: string, field: Parameters<typeof entity>[1][string]])[] = [
  ['text', { type: 'text', max_length: 400 }],
  ['key', { type: 'text', unique: true }],
  ['room', { type: 'lookup', entity: 'room', on_delete: 'clear' }],
  ['choice', { type: 'select', options: 'state' }],
  ['number', { type: 'integer', indexed: true }],
];

/** With as many additional fields; the newest three texts are searched. */
function task(count: number): RawItem {
  const added = Array.from({ length: count }, (_, n) => {
    const [prefix = '', field = 'integer'] = kinds[n % kinds.length] ?? [];
    return [`${prefix}_${n}`, field] as const;
  });
  const texts = added.map(([name]) => name).filter((name) => name.startsWith('text'));
  return entity(
    'task',
    { name: 'text', state: { type: 'select', options: 'state' }, ...Object.fromEntries(added) },
    { search: ['name', ...texts.slice(-3)] },
  );
}

function addition(n: number): RawItem {
  if (n % 10 === 3) return optionSet('state', ['new', ...Array.from({ length: n }, (_, index) => `s${index}`)]);
  if (n % 10 === 5) return entity(`extra_${n}`, { task: { type: 'lookup', entity: 'task' }, name: 'text' });
  if (n % 10 === 7) return form(`form_${n}`, 'task', ['name', 'state']);
  if (n % 10 === 9) return view(`view_${n}`, 'task', ['name', 'state']);
  return task(n);
}

test('a hundred additive publishes under a load of reads and writes: no failed request', async () => {
  await using ws = await workspace({
    items: [
      task(0),
      optionSet('state', ['new']),
      entity('room', { name: 'text' }),
      entity('step', { task: { type: 'lookup', entity: 'task' } }),
    ],
  });
  const first = await ws.admin.create('task', { name: 'first' });
  let running = true;
  let answered = 0;
  const failed: string[] = [];
  const ask = async (method: string, path: string, body?: object): Promise<void> => {
    const { status, text } = await ws.admin.send(method, path, body);
    answered++;
    if (status >= 400) failed.push(`${method} ${path} → ${status} ${text.slice(0, 200)}`);
  };
  const load = [
    () => ask('POST', '/api/records/task', { name: 'made under load', state: 'new' }),
    () => ask('POST', '/api/records/step', { task: first.id }),
    () => ask('PATCH', `/api/records/task/${first.id}`, { name: `changed ${answered}` }),
    () => ask('GET', `/api/records/task/${first.id}`),
    () => ask('GET', '/api/records/task?limit=20&count=capped'),
    () => ask('POST', '/api/records/task/query', { search: 'under load', limit: 5 }),
    () => ask('POST', '/api/records/task/aggregate', { dimensions: ['state'], measures: ['count'] }),
  ];
  const workers = load.map(async (work) => {
    while (running) await work();
  });
  for (let n = 1; n <= 100; n++) {
    const { kind, name, body } = addition(n);
    const { data } = await ws.admin.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', {
      items: [{ op: 'put', kind, name, body }],
    });
    await ws.admin.call('POST', `/api/metadata/drafts/${data.id}/publish`, {});
  }
  running = false;
  await Promise.all(workers);
  expect(failed).toEqual([]);
  expect(answered).toBeGreaterThan(300);
  expect(await ws.admin.me()).toMatchObject({ metadata_version: 101 });
  expect(await ws.admin.get('task', String(first.id))).toHaveProperty('text_95');
  const [outbox] = await ws.query(`select count(*) = count(distinct (record_id, version)) as once from _outbox`);
  expect(outbox).toEqual({ once: true });
  const broken = await ws.query(`select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'main'::regnamespace and (not i.indisvalid or c.relname like '\\_building%')`);
  expect(broken).toEqual([]);
}, 180_000);
