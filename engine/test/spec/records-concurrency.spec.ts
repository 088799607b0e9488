// Many who write at once: no look-up leads into the trash, no clearing is forgotten, and nobody is turned away for bad luck.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { Refused } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('author', { name: 'text' }),
  entity('book', {
    name: 'text',
    pages: 'integer',
    author: { type: 'lookup', entity: 'author', on_delete: 'restrict' },
    editor: { type: 'lookup', entity: 'author', on_delete: 'clear' },
    series: { type: 'lookup', entity: 'book', on_delete: 'cascade' },
    chapters: { type: 'child_table', entity: 'chapter', parent_field: 'book' },
  }),
  entity(
    'chapter',
    { book: { type: 'lookup', entity: 'book', on_delete: 'cascade' }, name: 'text', pages: 'integer' },
    { ownership: 'none' },
  ),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items, poolSize: 12 });
});
afterAll(() => ws.close());

/** `work` so many times, a few of them side by side. */
async function rounds(count: number, work: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += 4) await Promise.all(Array.from({ length: 4 }, work));
}

/** What is refused is refused in words that a client can act on, never as a fault of the engine. */
async function outcome(write: Promise<unknown>): Promise<'written' | string> {
  try {
    await write;
    return 'written';
  } catch (error) {
    if (error instanceof Refused && error.status < 500) return error.code;
    throw error;
  }
}

const led = (lookup: string) =>
  ws.query(
    `select b.id from book b join author a on a.id = b.${lookup} where b.deleted_at is null and a.deleted_at is not null`,
  );

describe('a record that goes into the trash while others come to look it up', () => {
  test('stays where one of them was quicker, and is not found where it was', async () => {
    await rounds(40, async () => {
      const { id } = await ws.admin.create('author', { name: 'a' });
      const other = await ws.admin.create('book', { name: 'moves' });
      const [gone, ...writes] = await Promise.all([
        outcome(ws.admin.delete('author', id)),
        outcome(ws.admin.create('book', { name: 'new', author: id })),
        outcome(ws.admin.patch('book', other.id, { author: id })),
      ]);
      if (gone === 'written') expect(writes).toEqual(['invalid_values', 'invalid_values']);
      else expect([gone, ...writes]).toEqual(['in_use', ...writes.map(() => expect.stringMatching(/written|invalid/))]);
    });
    expect(await led('author')).toEqual([]);
  });

  test('stays where a record that looks it up comes back from the trash', async () => {
    await rounds(24, async () => {
      const { id } = await ws.admin.create('author', { name: 'a' });
      const book = await ws.admin.create('book', { author: id });
      await ws.admin.delete('book', book.id);
      const both = await Promise.all([
        outcome(ws.admin.delete('author', id)),
        outcome(ws.admin.restore('book', book.id)),
      ]);
      expect([
        ['written', 'invalid_values'],
        ['in_use', 'written'],
      ]).toContainEqual(both);
    });
    expect(await led('author')).toEqual([]);
  });

  test('takes along the child rows that are made in that moment', async () => {
    await rounds(24, async () => {
      const { id } = await ws.admin.create('book', { chapters: [{ name: '1' }] });
      const [gone] = await Promise.all([
        outcome(ws.admin.delete('book', id)),
        outcome(ws.admin.create('chapter', { book: id, name: '2' })),
        outcome(ws.admin.patch('book', id, { chapters: [{ name: '3' }] })),
      ]);
      expect(gone).toBe('written');
    });
    expect(
      await ws.query(
        'select c.id from chapter c join book b on b.id = c.book where c.deleted_at is null and b.deleted_at is not null',
      ),
    ).toEqual([]);
  });

  test('blanks every look-up to it, whatever else is done to the record that has it', async () => {
    await rounds(24, async () => {
      const { id } = await ws.admin.create('author', { name: 'a' });
      const books = await Promise.all([1, 2, 3].map((pages) => ws.admin.create('book', { pages, editor: id })));
      const outcomes = await Promise.all([
        outcome(ws.admin.delete('author', id)),
        ...books.flatMap((book) => [
          outcome(ws.admin.patch('book', book.id, { name: 'x' })),
          outcome(ws.admin.patch('book', book.id, { pages: 7 })),
        ]),
      ]);
      expect(new Set(outcomes)).toEqual(new Set(['written']));
      for (const book of books) {
        expect(await ws.admin.get('book', book.id)).toMatchObject({ name: 'x', pages: 7, editor: null, version: 4 });
        const told = await ws.admin.history('book', book.id);
        expect(told.filter(({ changes }) => changes['editor']?.old && !changes['editor'].new)).toHaveLength(1);
      }
    });
    expect(await led('editor')).toEqual([]);
  });

  test('of two that take each other along, each goes once', async () => {
    await rounds(12, async () => {
      const first = await ws.admin.create('book', { name: '1' });
      const second = await ws.admin.create('book', { name: '2', series: first.id });
      await ws.admin.patch('book', first.id, { series: second.id });
      const both = [first, second].map(({ id }) => id);
      const outcomes = await Promise.all(both.map((id) => outcome(ws.admin.delete('book', id))));
      // Each waits for the other: PostgreSQL ends one, which is told to try again, unless it finds itself gone already.
      expect(outcomes).toContain('written');
      expect(outcomes.every((one) => ['written', 'conflict', 'not_found'].includes(one))).toBe(true);
      const deleted = `select record_id from _outbox where kind = 'deleted' and record_id = any($1)`;
      expect(await ws.query(deleted, [both])).toHaveLength(2);
    });
  }, 60_000);
});

describe('a change without If-Match', () => {
  test('goes onto the newest version, however many come at once', async () => {
    const { id } = await ws.admin.create('book', { name: 'many' });
    for (let round = 0; round < 5; round++) {
      const writes = Array.from({ length: 16 }, (_, n) => ws.admin.patch('book', id, { pages: 100 * round + n + 1 }));
      for (const written of await Promise.allSettled(writes)) expect(written).toMatchObject({ status: 'fulfilled' });
    }
    expect(await ws.admin.get('book', id)).toMatchObject({ version: 81 });
    const history = await ws.admin.history('book', id);
    for (const [index, entry] of history.slice(0, -1).entries())
      expect(entry.changes['pages']?.old).toBe(history[index + 1]?.changes['pages']?.new ?? null);
  });

  test('with child rows goes onto the newest rows', async () => {
    const made = await ws.admin.create('book', { name: 'rows', chapters: [{ name: 'one', pages: 0 }] });
    const [chapter] = made['chapters'] as { id: string }[];
    const writes = Array.from({ length: 8 }, (_, n) =>
      n % 2
        ? ws.admin.patch('book', made.id, { chapters: [{ id: chapter?.id, pages: n + 1 }] })
        : ws.admin.patch('chapter', chapter?.id ?? '', { pages: n + 1 }),
    );
    for (const written of await Promise.allSettled(writes)) expect(written).toMatchObject({ status: 'fulfilled' });
    expect(await ws.admin.get('chapter', chapter?.id ?? '')).toMatchObject({ version: 9 });
  });

  test('of two that hold the same version still only one is written', async () => {
    const { id, version } = await ws.admin.create('book', { name: 'once' });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => outcome(ws.admin.patch('book', id, { pages: n + 1 }, version))),
    );
    expect(outcomes.sort()).toEqual([...Array<string>(7).fill('stale'), 'written']);
  });
});

test('of many changes of the same settings, none that is answered is lost', async () => {
  const zones = ['Asia/Shanghai', 'Europe/Paris', 'America/Lima', 'Africa/Cairo', 'Asia/Tokyo', 'Europe/Oslo'];
  const answers = await Promise.all(zones.map((zone) => ws.admin.send('PATCH', '/api/me', { time_zone: zone })));
  expect(answers.map(({ status }) => status)).toEqual(zones.map(() => 200));
  const told = await ws.admin.history('user', ws.admin.id);
  const written = told.flatMap(({ changes }) => changes['time_zone']?.new ?? []);
  expect(new Set(written)).toEqual(new Set(zones));
});
