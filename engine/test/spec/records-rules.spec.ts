// Conditions, defaults and rules of metadata, held on the server against the record as it would be after the write.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const is = (field: string, value: unknown) => ({ '==': [{ var: field }, value] });
const label = (en: string, zh: string) => ({ en, 'zh-CN': zh });

const shelf = entity('shelf', { name: 'text', capacity: { type: 'integer', default: 10 }, closed: 'boolean' });
const project = entity(
  'project',
  {
    name: { type: 'text', required: true },
    state: {
      type: 'select',
      options: ['open', 'done', 'dropped'].map((value) => ({ value, label: value })),
      default: 'open',
    },
    result: { type: 'text', required: is('state', 'done') },
    reason: { type: 'text', visible: is('state', 'dropped'), required: is('state', 'dropped') },
    budget: { type: 'decimal', read_only: is('state', 'done') },
    spent: 'decimal',
    starts_on: 'date',
    ends_on: { type: 'date', default: { date_add: [{ var: 'starts_on' }, 7, 'day'] } },
    shelf: { type: 'lookup', entity: 'shelf' },
    copies: { type: 'integer', default: { var: 'shelf.capacity' } },
    lead: { type: 'user', default: { var: '$user.id' } },
    stamp: { type: 'text', read_only: true, default: { cat: ['by ', { var: '$user.name' }] } },
    after: { type: 'date', default: { date_add: [{ var: 'starts_late' }, 1, 'day'] } },
    starts_late: { type: 'date', default: { date_add: [{ var: 'starts_on' }, 1, 'day'] } },
    channel: {
      type: 'select',
      options: ['shop', 'web', 'post'].map((value) => ({ value, label: value })),
      offers: [
        { when: is('state', 'dropped'), values: ['post'] },
        { when: is('shelf.closed', true), values: ['web', 'post'] },
      ],
    },
    ways: {
      type: 'multi_select',
      options: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
      offers: [{ when: is('state', 'done'), values: ['a', 'b'] }],
    },
  },
  {
    rules: {
      within_budget: {
        when: { '!': [{ or: [{ is_blank: [{ var: 'budget' }] }, { is_blank: [{ var: 'spent' }] }] }] },
        check: { '<=': [{ var: 'spent' }, { var: 'budget' }] },
        message: label('More is spent than there is.', '支出超出预算。'),
        at: 'spent',
      },
      shelf_is_open: {
        when: { '!': [{ is_blank: [{ var: 'shelf' }] }] },
        check: { '!=': [{ var: 'shelf.closed' }, true] },
        message: label('The shelf is closed.', '书架已关闭。'),
        at: 'shelf',
      },
      never_reopened: {
        check: { '!': [{ and: [is('$old.state', 'done'), is('state', 'open')] }] },
        message: label('What is done stays done.', '已完成的不能重开。'),
      },
    },
  },
);

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items: [shelf, project], now: '2026-03-01T02:00:00Z', timeZone: 'Asia/Shanghai' });
});
afterAll(() => ws.close());

const fault = (path: string, code: string) => ({ status: 422, errors: [expect.objectContaining({ path, code })] });

describe('required', () => {
  test('on a condition asks on create and when the condition comes true', async () => {
    await expect(ws.admin.create('project', { name: 'a', state: 'done' })).rejects.toMatchObject(
      fault('/result', 'required'),
    );
    const { id } = await ws.admin.create('project', { name: 'a' });
    await expect(ws.admin.patch('project', id, { state: 'done' })).rejects.toMatchObject(fault('/result', 'required'));
    expect(await ws.admin.patch('project', id, { state: 'done', result: 'good' })).toMatchObject({ state: 'done' });
  });

  test('is met by what the record holds already', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', result: 'good' });
    expect(await ws.admin.patch('project', id, { state: 'done' })).toMatchObject({ result: 'good' });
    await expect(ws.admin.patch('project', id, { result: null })).rejects.toMatchObject(fault('/result', 'required'));
  });
});

describe('visible', () => {
  test('a field that does not apply is neither required nor taken', async () => {
    await expect(ws.admin.create('project', { name: 'a', reason: 'why' })).rejects.toMatchObject(
      fault('/reason', 'not_applicable'),
    );
    await expect(ws.admin.create('project', { name: 'a', state: 'dropped' })).rejects.toMatchObject(
      fault('/reason', 'required'),
    );
    expect(await ws.admin.create('project', { name: 'a', state: 'dropped', reason: 'why' })).toMatchObject({
      reason: 'why',
    });
  });

  test('what a field held when it still applied stays, and can be blanked', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', state: 'dropped', reason: 'why' });
    expect(await ws.admin.patch('project', id, { state: 'open' })).toMatchObject({ state: 'open', reason: 'why' });
    expect(await ws.admin.patch('project', id, { reason: null })).toMatchObject({ reason: null });
  });
});

describe('read-only', () => {
  test('on a condition refuses a change of the field, not of the others', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', budget: 5, result: 'r', state: 'done' });
    await expect(ws.admin.patch('project', id, { budget: 6 })).rejects.toMatchObject(fault('/budget', 'read_only'));
    expect(await ws.admin.patch('project', id, { name: 'b', budget: 5 })).toMatchObject({ name: 'b', budget: 5 });
  });
});

describe('offers', () => {
  test('the first that holds says what may be chosen; where none does, all may', async () => {
    expect(await ws.admin.create('project', { name: 'a', channel: 'shop', ways: ['c'] })).toMatchObject({
      channel: 'shop',
    });
    const dropped = { name: 'a', state: 'dropped', reason: 'r' };
    await expect(ws.admin.create('project', { ...dropped, channel: 'web' })).rejects.toMatchObject(
      fault('/channel', 'option_not_offered'),
    );
    expect(await ws.admin.create('project', { ...dropped, channel: 'post' })).toMatchObject({ channel: 'post' });
  });

  test('every one of several choices has to be offered', async () => {
    const done = { name: 'a', state: 'done', result: 'r' };
    await expect(ws.admin.create('project', { ...done, ways: ['a', 'c'] })).rejects.toMatchObject(
      fault('/ways', 'option_not_offered'),
    );
    expect(await ws.admin.create('project', { ...done, ways: ['b', 'a'] })).toMatchObject({ ways: ['b', 'a'] });
  });

  test('what was chosen before stays until the choice or what it depends on is touched', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', channel: 'shop' });
    await ws.query("update project set state = 'dropped', reason = 'r' where id = $1", [id]);
    expect(await ws.admin.patch('project', id, { name: 'b' })).toMatchObject({ channel: 'shop' });
    await expect(ws.admin.patch('project', id, { channel: 'web' })).rejects.toMatchObject(
      fault('/channel', 'option_not_offered'),
    );
    const open = await ws.admin.create('project', { name: 'a', channel: 'shop' });
    await expect(ws.admin.patch('project', open.id, { state: 'dropped', reason: 'r' })).rejects.toMatchObject(
      fault('/channel', 'option_not_offered'),
    );
  });
});

describe('rules', () => {
  test('are judged on the merged record and told at their field in both languages', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', budget: 10, spent: 10 });
    await expect(ws.admin.patch('project', id, { spent: 11 })).rejects.toMatchObject({
      errors: [{ path: '/spent', code: 'within_budget', message: 'More is spent than there is.' }],
    });
    const chinese = await ws.admin.send(
      'PATCH',
      `/api/records/project/${id}`,
      { budget: 9 },
      { 'accept-language': 'zh-CN' },
    );
    expect(chinese.body).toMatchObject({ errors: [{ path: '/spent', message: '支出超出预算。' }] });
  });

  test('see what stands behind a look-up', async () => {
    const closed = await ws.admin.create('shelf', { name: 'S', closed: true });
    await expect(ws.admin.create('project', { name: 'a', shelf: closed.id })).rejects.toMatchObject(
      fault('/shelf', 'shelf_is_open'),
    );
  });

  test('see the record as it was', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', result: 'r', state: 'done' });
    await expect(ws.admin.patch('project', id, { state: 'open' })).rejects.toMatchObject(fault('', 'never_reopened'));
    expect(await ws.admin.patch('project', id, { state: 'dropped', reason: 'x' })).toMatchObject({ state: 'dropped' });
  });

  test('several that fail are told together with conditions', async () => {
    const closed = await ws.admin.create('shelf', { name: 'S', closed: true });
    const bad = ws.admin.create('project', { state: 'done', budget: 1, spent: 2, shelf: closed.id });
    const error = await bad.catch((refused: { errors: { path: string; code: string }[] }) => refused);
    expect((error as { errors: { path: string }[] }).errors.map(({ path }) => path).sort()).toEqual([
      '/name',
      '/result',
      '/shelf',
      '/spent',
    ]);
  });

  test('a record that broke a rule before it was made can still be worked on elsewhere', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', budget: 10 });
    await ws.query('update project set spent = 99 where id = $1', [id]);
    expect(await ws.admin.patch('project', id, { name: 'b' })).toMatchObject({ name: 'b', spent: 99 });
    await expect(ws.admin.patch('project', id, { spent: 98 })).rejects.toMatchObject(fault('/spent', 'within_budget'));
  });
});

describe('defaults', () => {
  test('are computed from the asker, the clock, other fields and look-ups', async () => {
    const wide = await ws.admin.create('shelf', { name: 'W', capacity: 40 });
    const made = await ws.admin.create('project', { name: 'a', starts_on: '2026-02-27', shelf: wide.id });
    expect(made).toMatchObject({ ends_on: '2026-03-06', copies: 40, state: 'open', lead: { id: ws.admin.id } });
  });

  test('follow what the body says, and are blank where there is nothing to compute from', async () => {
    expect(await ws.admin.create('project', { name: 'a', copies: 2 })).toMatchObject({ copies: 2, ends_on: null });
  });

  test('see those that they depend on, in whatever order the fields stand', async () => {
    const made = await ws.admin.create('project', { name: 'a', starts_on: '2026-02-27' });
    expect(made).toMatchObject({ starts_late: '2026-02-28', after: '2026-03-01' });
  });

  test('may stand in fields that nobody changes', async () => {
    expect(await ws.admin.create('project', { name: 'a' })).toMatchObject({ stamp: expect.stringMatching(/^by ./) });
    await expect(ws.admin.create('project', { name: 'a', stamp: 'x' })).rejects.toMatchObject(
      fault('/stamp', 'read_only'),
    );
  });

  test('are not filled in again by a change', async () => {
    const { id } = await ws.admin.create('project', { name: 'a', lead: null });
    expect(await ws.admin.patch('project', id, { name: 'b' })).toMatchObject({ lead: null });
  });
});

test('the day of today is the asker’s own', async () => {
  const day = entity('day', { on: { type: 'date', default: { var: '$today' } } });
  const users = {
    early: { roles: ['administrator'], timeZone: 'Pacific/Auckland' },
    late: { roles: ['administrator'], timeZone: 'America/Los_Angeles' },
  };
  await using other = await workspace({ items: [day], users, now: '2026-03-01T02:00:00Z' });
  const made = async (name: string) => (await (await other.as(name)).create('day'))['on'];
  expect([await made('early'), await made('admin'), await made('late')]).toEqual([
    '2026-03-01',
    '2026-03-01',
    '2026-02-28',
  ]);
});
