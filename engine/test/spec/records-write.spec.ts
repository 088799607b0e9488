// Create, read, change: what a client may rely on when it writes one record.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const book = entity('book', {
  title: { type: 'text', required: true, max_length: 40 },
  isbn: { type: 'text', unique: true },
  pages: { type: 'integer', min: 1 },
  price: 'decimal',
  note: 'long_text',
  shelf: { type: 'text', default: 'A1' },
  bought_on: { type: 'date', default: { var: '$today' } },
  number: { type: 'auto_number', pattern: 'B-{0000}' },
  locked: { type: 'text', read_only: true },
});

let ws: Workspace;
beforeAll(async () => {
  const reader = role('reader', { book: { read: true, fields: { note: { read: false } } } });
  const editor = role('editor', {
    book: { read: true, create: true, update: true, fields: { price: { update: false } } },
  });
  ws = await workspace({ items: [book, reader, editor] });
});
afterAll(() => ws.close());

describe('create', () => {
  test('answers 201 with the record, its defaults, its owner and its address', async () => {
    const reply = await ws.admin.send('POST', '/api/records/book', { title: 'Ulysses' });
    expect(reply.status).toBe(201);
    const { data } = reply.body as { data: Record<string, unknown> };
    expect(reply.headers.get('location')).toBe(`/api/records/book/${String(data['id'])}`);
    expect(data).toMatchObject({
      title: 'Ulysses',
      shelf: 'A1',
      version: 1,
      pages: null,
      owner: { id: ws.admin.id, title: 'Ada' },
      created_by: { id: ws.admin.id, title: 'Ada' },
      updated_by: { id: ws.admin.id, title: 'Ada' },
    });
    expect(data['bought_on']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(data['number']).toMatch(/^B-\d{4}$/);
    expect(data).not.toHaveProperty('deleted_at');
  });

  test('gives ids that are UUIDs of version 7 and rise', async () => {
    const first = await ws.admin.create('book', { title: 'a' });
    const second = await ws.admin.create('book', { title: 'b' });
    expect(first.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second.id > first.id).toBe(true);
  });

  test('a value that is given beats the default, null included', async () => {
    expect(await ws.admin.create('book', { title: 'x', shelf: null })).toMatchObject({ shelf: null });
    expect(await ws.admin.create('book', { title: 'x', shelf: 'C3' })).toMatchObject({ shelf: 'C3' });
  });

  test('every fault is told at once, each at its place', async () => {
    await expect(ws.admin.create('book', { title: 'x'.repeat(41), pages: 0, price: 'dear' })).rejects.toMatchObject({
      status: 422,
      code: 'invalid_values',
      errors: expect.arrayContaining([
        expect.objectContaining({ path: '/title' }),
        expect.objectContaining({ path: '/pages' }),
        expect.objectContaining({ path: '/price' }),
      ]),
    });
  });

  test('what is missing is told together with what is wrong', async () => {
    await expect(ws.admin.create('book', { pages: 0 })).rejects.toMatchObject({
      errors: [
        { path: '/pages', code: 'too_small' },
        { path: '/title', code: 'required' },
      ].map((fault) => expect.objectContaining(fault)),
    });
  });

  test('faults speak the language that is asked for, with the same codes', async () => {
    const ask = async (language: string): Promise<{ code: string; message: string }[]> => {
      const reply = await ws.admin.send('POST', '/api/records/book', { pages: 0 }, { 'accept-language': language });
      return (reply.body as { errors: { code: string; message: string }[] }).errors;
    };
    const [english, chinese] = [await ask('en'), await ask('zh-CN')];
    expect(english.map(({ code }) => code)).toEqual(chinese.map(({ code }) => code));
    expect(english.map(({ message }) => message).join()).toMatch(/^[\p{ASCII}]+$/u);
    for (const { message } of chinese) expect(message).toMatch(/\p{Script=Han}/u);
  });

  test.each([[null], [[]], ['text'], [7]])('a body that is no object is malformed: %j', async (body) => {
    const reply = await ws.admin.send('POST', '/api/records/book', JSON.stringify(body), {
      'content-type': 'application/json',
    });
    expect(reply).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
  });

  test('a body that is no JSON is malformed', async () => {
    const reply = await ws.admin.send('POST', '/api/records/book', '{"title": ', {
      'content-type': 'application/json',
    });
    expect(reply).toMatchObject({ status: 400, body: { code: 'malformed_json' } });
  });
});

describe('names in a body', () => {
  test('an unknown field is refused as such', async () => {
    await expect(ws.admin.create('book', { title: 'x', colour: 'red' })).rejects.toMatchObject({
      status: 400,
      code: 'unknown_field',
      errors: [expect.objectContaining({ path: '/colour' })],
    });
  });

  test.each(['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'deleted_at', 'number'])(
    '%s belongs to the engine',
    async (name) => {
      await expect(ws.admin.create('book', { title: 'x', [name]: 'anything' })).rejects.toMatchObject({
        status: 422,
        errors: [expect.objectContaining({ path: `/${name}`, code: 'read_only' })],
      });
    },
  );

  test('a read-only field is refused', async () => {
    await expect(ws.admin.create('book', { title: 'x', locked: 'mine' })).rejects.toMatchObject({ status: 422 });
    const { id } = await ws.admin.create('book', { title: 'x' });
    await expect(ws.admin.patch('book', id, { locked: 'mine' })).rejects.toMatchObject({
      status: 422,
      errors: [expect.objectContaining({ path: '/locked', code: 'read_only' })],
    });
  });

  test('a field that a role may not write is forbidden, and nothing of the body is written', async () => {
    const editor = await ws.as('editor');
    const { id } = await ws.admin.create('book', { title: 'x', price: 5 });
    await expect(editor.patch('book', id, { title: 'y', price: 1 })).rejects.toMatchObject({
      status: 403,
      code: 'forbidden',
      errors: [expect.objectContaining({ path: '/price' })],
    });
    expect(await ws.admin.get('book', id)).toMatchObject({ title: 'x', price: 5, version: 1 });
  });

  test('an entity that does not exist is an unknown name', async () => {
    for (const name of ['ghost', 'constructor', '__proto__'])
      await expect(ws.admin.create(name, {})).rejects.toMatchObject({ status: 400, code: 'unknown_entity' });
  });
});

describe('get', () => {
  test('a record comes with every readable field and nothing else', async () => {
    const { id } = await ws.admin.create('book', { title: 'x', note: 'secret' });
    const reader = await ws.as('reader');
    expect(await ws.admin.get('book', id)).toMatchObject({ note: 'secret' });
    expect(await reader.get('book', id)).not.toHaveProperty('note');
    expect(Object.keys(await reader.get('book', id, 'title'))).toEqual(['title']);
  });

  test.each(['nonsense', '00000000-0000-7000-8000-000000000000', "'; drop table book; --"])(
    '%s is not found',
    async (id) => {
      await expect(ws.admin.get('book', encodeURIComponent(id))).rejects.toMatchObject({
        status: 404,
        code: 'not_found',
      });
    },
  );

  test('an id in capitals is the same id', async () => {
    const { id } = await ws.admin.create('book', { title: 'x' });
    expect(await ws.admin.get('book', id.toUpperCase())).toMatchObject({ id });
  });
});

describe('patch', () => {
  test('changes only what is given', async () => {
    const made = await ws.admin.create('book', { title: 'x', pages: 10, price: 9.5, shelf: 'D4' });
    const changed = await ws.admin.patch('book', made.id, { pages: 11 });
    const { version: _, updated_at: __, ...rest } = made;
    expect(changed).toMatchObject({ ...rest, pages: 11, version: 2 });
  });

  test('null blanks a value, and a required one may not be blanked', async () => {
    const { id } = await ws.admin.create('book', { title: 'x', pages: 10 });
    expect(await ws.admin.patch('book', id, { pages: null })).toMatchObject({ pages: null });
    await expect(ws.admin.patch('book', id, { title: '  ' })).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: '/title', code: 'required' })],
    });
  });

  test('what is as it was is no change: the version stays, and nothing is told', async () => {
    const { id, version } = await ws.admin.create('book', { title: 'x', pages: 10, price: 2.5 });
    expect(await ws.admin.patch('book', id, { pages: 10, price: '2.50' })).toMatchObject({ version });
    expect(await ws.admin.history('book', id)).toHaveLength(1);
  });

  test('If-Match with a stale version is refused with both versions', async () => {
    const { id, version } = await ws.admin.create('book', { title: 'x' });
    await ws.admin.patch('book', id, { title: 'mine' }, version);
    const stale = ws.admin.patch('book', id, { title: 'yours' }, version);
    await expect(stale).rejects.toMatchObject({
      status: 409,
      code: 'stale',
      problem: { version: { yours: 1, current: 2 }, current: { title: 'mine', version: 2 } },
    });
    await expect(ws.admin.delete('book', id, version)).rejects.toMatchObject({
      code: 'stale',
      problem: { version: { yours: 1, current: 2 }, current: { title: 'mine' } },
    });
    expect(await ws.admin.get('book', id)).toMatchObject({ title: 'mine' });
  });

  test('of two that hold the same version, one is written and one is told', async () => {
    const { id } = await ws.admin.create('book', { title: 'x' });
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => ws.admin.patch('book', id, { title: `t${n}` }, 1)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const tried of tries) if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ code: 'stale' });
  });

  test('without If-Match every one of many writers goes onto the newest version', async () => {
    const { id } = await ws.admin.create('book', { title: 'x' });
    await Promise.all([
      ws.admin.patch('book', id, { pages: 3 }),
      ws.admin.patch('book', id, { price: 4 }),
      ws.admin.patch('book', id, { note: 'n' }),
    ]);
    expect(await ws.admin.get('book', id)).toMatchObject({ pages: 3, price: 4, note: 'n', version: 4 });
  });

  test.each(['"x"', 'one', '"1.5"'])('If-Match %s is malformed', async (version) => {
    const { id } = await ws.admin.create('book', { title: 'x' });
    const reply = await ws.admin.send('PATCH', `/api/records/book/${id}`, { title: 'y' }, { 'if-match': version });
    expect(reply).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
  });
});

describe('unique', () => {
  test('a second record with the value is a duplicate, named by its field', async () => {
    await ws.admin.create('book', { title: 'x', isbn: '978-1' });
    const again = ws.admin.create('book', { title: 'y', isbn: '978-1' });
    await expect(again).rejects.toMatchObject({
      status: 409,
      code: 'duplicate',
      errors: [expect.objectContaining({ path: '/isbn' })],
    });
  });

  test('what lies in the trash does not block, and cannot come back beside its successor', async () => {
    const { id } = await ws.admin.create('book', { title: 'x', isbn: '978-2' });
    await ws.admin.delete('book', id);
    await ws.admin.create('book', { title: 'y', isbn: '978-2' });
    await expect(ws.admin.restore('book', id)).rejects.toMatchObject({ status: 409, code: 'duplicate' });
  });

  test('blank values are never duplicates', async () => {
    await ws.admin.create('book', { title: 'x', isbn: '' });
    await expect(ws.admin.create('book', { title: 'y', isbn: '' })).resolves.toMatchObject({ isbn: null });
  });
});

test('200 records made at once get 200 different numbers without a gap', async () => {
  const made = await Promise.all(Array.from({ length: 200 }, () => ws.admin.create('book', { title: 'x' })));
  const numbers = made.map(({ number }) => Number(String(number).slice(2))).sort((a, b) => a - b);
  expect(new Set(numbers).size).toBe(200);
  expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(199);
});
