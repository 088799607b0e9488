// Child tables: rows that are made, changed, replaced, seen and trashed with their parent.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('note', {
    name: { type: 'text', required: true },
    secret: 'boolean',
    lines: { type: 'child_table', entity: 'note_line', parent_field: 'note' },
    total_lines: 'integer',
  }),
  entity(
    'note_line',
    {
      note: { type: 'lookup', entity: 'note', on_delete: 'cascade', required: true },
      text: { type: 'text', required: true },
      amount: { type: 'integer', min: 0, default: 1 },
      place: { type: 'auto_number', pattern: 'L{000}' },
    },
    {
      ownership: 'none',
      rules: { small: { check: { '<=': [{ var: 'amount' }, 100] }, message: 'Too many.', at: 'amount' } },
    },
  ),
  role('clerk', {
    note: {
      read: { '!=': [{ var: 'secret' }, true] },
      create: true,
      update: { '!=': [{ var: 'secret' }, true] },
      delete: true,
    },
    note_line: { read: true, create: true, update: true, delete: true },
  }),
  role('keeper', {
    note: { read: true, create: true, update: true, delete: true },
    note_line: { read: true, create: true },
  }),
  role('half_sighted', {
    note: { read: true, update: true },
    note_line: { read: { '<': [{ var: 'amount' }, 10] }, create: true, update: true, delete: true },
  }),
  role('own_keeper', {
    note: { read: true, update: 'own', create: true },
    note_line: { read: true, create: true, update: true, delete: true },
  }),
];

interface Line {
  readonly id: string;
  readonly text: string;
  readonly amount: number;
}
const linesOf = (record: { readonly [name: string]: unknown }): readonly Line[] => record['lines'] as Line[];
const texts = (record: { readonly [name: string]: unknown }): string[] => linesOf(record).map(({ text }) => text);

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items });
});
afterAll(() => ws.close());

const withLines = (...lines: string[]) =>
  ws.admin.create('note', { name: 'n', lines: lines.map((text) => ({ text })) });

describe('in the body of their parent', () => {
  test('rows are made with defaults and come back in their order', async () => {
    const made = await withLines('a', 'b', 'c');
    expect(texts(made)).toEqual(['a', 'b', 'c']);
    expect(linesOf(made)[0]).toMatchObject({
      amount: 1,
      place: expect.stringMatching(/^L\d{3}$/),
      note: { id: made.id, title: 'n' },
    });
    expect(await ws.admin.get('note', made.id)).toMatchObject({ lines: linesOf(made) });
  });

  test('the rows of a change replace all: named ones are changed, new ones made, the others go to the trash', async () => {
    const made = await withLines('a', 'b', 'c');
    const [a, , c] = linesOf(made);
    const changed = await ws.admin.patch('note', made.id, {
      lines: [{ id: c?.id, text: 'c2' }, { id: a?.id }, { text: 'd' }],
    });
    expect(texts(changed).sort()).toEqual(['a', 'c2', 'd']);
    expect(linesOf(changed).find(({ text }) => text === 'c2')?.id).toBe(c?.id);
    expect(await ws.query('select text from note_line where note = $1 and deleted_at is not null', [made.id])).toEqual([
      { text: 'b' },
    ]);
  });

  test('a change that does not speak of them leaves them alone, an empty list takes all away', async () => {
    const { id } = await withLines('a');
    expect(texts(await ws.admin.patch('note', id, { name: 'm' }))).toEqual(['a']);
    expect(texts(await ws.admin.patch('note', id, { lines: [] }))).toEqual([]);
  });

  test('a row can be sent back just as it was read', async () => {
    const made = await withLines('a', 'b');
    const rows = linesOf(await ws.admin.get('note', made.id));
    const again = await ws.admin.patch('note', made.id, { lines: rows });
    expect(linesOf(again)).toEqual(rows);
  });

  test('the faults of every row are told at their rows, and nothing is written', async () => {
    const before = await ws.query('select count(*) from note');
    const bad = ws.admin.create('note', {
      name: 'n',
      lines: [{ text: 'ok' }, { amount: -1 }, { text: 'x', amount: 101 }],
    });
    await expect(bad).rejects.toMatchObject({
      status: 422,
      errors: expect.arrayContaining([
        expect.objectContaining({ path: '/lines/1/amount' }),
        expect.objectContaining({ path: '/lines/1/text', code: 'required' }),
        expect.objectContaining({ path: '/lines/2/amount', code: 'small' }),
      ]),
    });
    expect(await ws.query('select count(*) from note')).toEqual(before);
  });

  test.each([[{ lines: 'x' }], [{ lines: [1] }], [{ lines: [[]] }], [{ lines: { text: 'a' } }]])(
    '%j is refused',
    async (values) => {
      await expect(ws.admin.create('note', { name: 'n', ...values })).rejects.toMatchObject({
        status: 422,
        errors: [expect.objectContaining({ path: '/lines', code: 'wrong_type' })],
      });
    },
  );

  test('unknown fields of a row are named with the row', async () => {
    await expect(ws.admin.create('note', { name: 'n', lines: [{ text: 'a', colour: 1 }] })).rejects.toMatchObject({
      status: 400,
      errors: [expect.objectContaining({ path: '/lines/0/colour' })],
    });
  });
});

describe('whose rows they are', () => {
  test('a row of another parent cannot be drawn over by its id', async () => {
    const mine = await withLines('mine');
    const other = await withLines('theirs');
    const stolen = linesOf(other)[0]?.id;
    await expect(ws.admin.patch('note', mine.id, { lines: [{ id: stolen, text: 'stolen' }] })).rejects.toMatchObject({
      status: 422,
    });
    expect(texts(await ws.admin.get('note', other.id))).toEqual(['theirs']);
  });

  test('a row that is not there is refused, not made anew', async () => {
    const { id } = await withLines('a');
    const gone = '00000000-0000-7000-8000-000000000000';
    await expect(ws.admin.patch('note', id, { lines: [{ id: gone, text: 'x' }] })).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: '/lines/0/id' })],
    });
    await expect(ws.admin.patch('note', id, { lines: [{ id: 'x', text: 'x' }] })).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: '/lines/0/id' })],
    });
    expect(texts(await ws.admin.get('note', id))).toEqual(['a']);
  });

  test('rows are seen with their parent: in a list, a get and an aggregate of their own', async () => {
    const clerk = await ws.as('clerk');
    const open = await withLines('open');
    const hidden = await ws.admin.create('note', { name: 'h', secret: true, lines: [{ text: 'hidden' }] });
    const row = linesOf(hidden)[0]?.id ?? '';
    const seen = await clerk.list('note_line', { filter: { in: [{ var: 'text' }, ['open', 'hidden']] } });
    expect(seen.map((line) => line.id)).toContain(linesOf(open)[0]?.id);
    expect(seen.map((line) => line.id)).not.toContain(row);
    await expect(clerk.get('note_line', row)).rejects.toMatchObject({ status: 404 });
    await expect(clerk.patch('note_line', row, { text: 'x' })).rejects.toMatchObject({ status: 404 });
    await expect(clerk.delete('note_line', row)).rejects.toMatchObject({ status: 404 });
    await expect(clerk.create('note_line', { note: hidden.id, text: 'x' })).rejects.toMatchObject({ status: 422 });
    const counted = await clerk.aggregate('note_line', {
      filter: { '==': [{ var: 'text' }, 'hidden'] },
      measures: [{ function: 'count' }],
    });
    expect(counted).toEqual([{ count: 0 }]);
  });

  test('a row cannot be moved under a parent that its writer does not see', async () => {
    const clerk = await ws.as('clerk');
    const open = await withLines('a');
    const hidden = await ws.admin.create('note', { name: 'h', secret: true });
    await expect(clerk.patch('note_line', linesOf(open)[0]?.id ?? '', { note: hidden.id })).rejects.toMatchObject({
      status: 422,
    });
  });

  test('who does not see all rows saves those that they see; the others stay as they are', async () => {
    const half = await ws.as('half_sighted');
    const made = await ws.admin.create('note', {
      name: 'n',
      lines: [{ text: 'seen' }, { text: 'hidden', amount: 20 }, { text: 'goes' }],
    });
    const seen = linesOf(await half.get('note', made.id));
    expect(seen.map(({ text }) => text)).toEqual(['seen', 'goes']);
    expect(texts(await half.patch('note', made.id, { lines: seen }))).toEqual(['seen', 'goes']);
    await half.patch('note', made.id, { lines: seen.slice(0, 1) });
    expect(texts(await ws.admin.get('note', made.id))).toEqual(['seen', 'hidden']);
    const hidden = linesOf(made)[1]?.id;
    await expect(half.patch('note', made.id, { lines: [{ id: hidden, text: 'x' }] })).rejects.toMatchObject({
      status: 422,
      errors: [expect.objectContaining({ path: '/lines/0/id', code: 'record_not_found' })],
    });
  });

  test('who may not take rows away may not do it through the parent either', async () => {
    const keeper = await ws.as('keeper');
    const { id } = await withLines('a');
    await expect(keeper.patch('note', id, { lines: [] })).rejects.toMatchObject({ status: 403 });
    expect(texts(await ws.admin.get('note', id))).toEqual(['a']);
  });
});

describe('with their parent', () => {
  test('into the trash and back; rows that went before stay there', async () => {
    const made = await withLines('a', 'b', 'c');
    const [a] = linesOf(made);
    await ws.admin.delete('note_line', a?.id ?? '');
    await ws.admin.delete('note', made.id);
    expect(await ws.admin.list('note_line', { filter: { '==': [{ var: 'note' }, made.id] } })).toEqual([]);
    expect(texts(await ws.admin.restore('note', made.id)).sort()).toEqual(['b', 'c']);
  });

  test('also for somebody who may trash the parent but no row of it by itself', async () => {
    const keeper = await ws.as('keeper');
    const { id } = await withLines('a');
    await keeper.delete('note', id);
    expect(texts(await keeper.restore('note', id))).toEqual(['a']);
  });

  test('every row has its own history and outbox row', async () => {
    const made = await withLines('a', 'b');
    const events = await ws.query(
      `select entity, count(*)::int from _outbox where record_id = any($1) group by 1 order by 1`,
      [[made.id, ...linesOf(made).map(({ id }) => id)]],
    );
    expect(events).toEqual([
      { entity: 'note', count: 1 },
      { entity: 'note_line', count: 2 },
    ]);
  });

  test('a list shows rows on demand, with the columns asked for', async () => {
    const { id } = await withLines('a', 'b');
    const [listed] = await ws.admin.list('note', {
      select: 'name,lines(text,amount)',
      filter: { '==': [{ var: 'id' }, id] },
    });
    expect(listed).toEqual({
      name: 'n',
      lines: [
        { text: 'a', amount: 1 },
        { text: 'b', amount: 1 },
      ],
    });
    const [plain] = await ws.admin.list('note', { filter: { '==': [{ var: 'id' }, id] } });
    expect(plain).not.toHaveProperty('lines');
  });
});
