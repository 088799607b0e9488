// Who sees what, held against an oracle in plain JavaScript over all the data: random rows, every scope, every way to read.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { makeRandom } from '@trellis/testing/random';
import type { RecordBody, WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { exported } from '../exported.ts';

const scope = (name: string) => ({ scope: name });
const cheap = { '<': [{ var: 'amount' }, 5] };
const rights = {
  nothing: 'none',
  own: 'own',
  team: 'team',
  team_below: 'team_below',
  everything: 'all',
  cheap,
  own_or_cheap: { or: [scope('own'), cheap] },
  team_and_not_locked: { and: [scope('team'), { '!': [{ '==': [{ var: 'locked' }, true] }] }] },
  by_parent: { '==': [{ var: 'folder.name' }, 'open'] },
  by_home: { '==': [{ var: 'place' }, { var: '$user.phone' }] },
} as const;
type Right = keyof typeof rights;

const words = ['amber', 'basalt', 'cobalt', 'dolomite'] as const;
const items = [
  entity('folder', { name: 'text' }, { ownership: 'none' }),
  entity(
    'paper',
    {
      name: 'text',
      amount: 'integer',
      locked: 'boolean',
      place: 'phone',
      folder: { type: 'lookup', entity: 'folder' },
      secret: 'integer',
      bonus: 'integer',
    },
    { ownership: 'user_and_team', search: ['name'] },
  ),
  entity('memo', { about: { type: 'related_to', entities: ['paper', 'folder'] } }, { ownership: 'none' }),
  ...Object.entries(rights).map(([name, read]) =>
    role(name, {
      memo: { read: true, export: true },
      paper: {
        read,
        export: true,
        fields: { secret: { read: false }, bonus: { read: { '==': [{ var: 'owner' }, { var: '$user.id' }] } } },
      },
      folder: { read: true },
    }),
  ),
  role('also_cheap', { paper: { read: cheap }, folder: { read: true } }),
];

/** name → manager, teams; `north` stands above `south`, headed by boss. */
const people = {
  boss: { manager: undefined, teams: ['north'] },
  lead: { manager: 'boss', teams: ['south'] },
  anna: { manager: 'lead', teams: ['south'] },
  ben: { manager: undefined, teams: ['east'] },
} as const;
type Person = keyof typeof people;
const names = Object.keys(people) as Person[];

let ws: Workspace;
let rows: readonly RecordBody[];
/** One about each paper, in the order of `rows`, and one about a folder, which everybody sees. */
let memos: readonly RecordBody[];
const ids = new Map<string, string>();
const teams = new Map<string, string>();

beforeAll(async () => {
  ws = await workspace({
    items,
    users: Object.fromEntries(
      names.map((name) => [
        name,
        { roles: [], teams: people[name].teams, ...(people[name].manager ? { manager: people[name].manager } : {}) },
      ]),
    ),
  });
  for (const name of names) ids.set(name, (await ws.as(name)).id);
  for (const team of await ws.admin.list('team')) teams.set(String(team['name']), team.id);
  await ws.admin.patch('team', teams.get('south') ?? '', { parent: teams.get('north') });
  await ws.admin.patch('team', teams.get('north') ?? '', { head: ids.get('boss') });
  await ws.admin.patch('user', ids.get('anna') ?? '', { phone: '+8613800000001' });
  const folders = await Promise.all(['open', 'shut'].map((name) => ws.admin.create('folder', { name })));
  const random = makeRandom(11);
  const maybe = <Value>(value: Value): Value | null => (random.number() < 0.2 ? null : value);
  const operations = Array.from({ length: 90 }, () => ({
    op: 'create',
    values: {
      name: `${random.pick(words)} ${random.pick(words)}`,
      amount: maybe(random.integer(0, 9)),
      locked: maybe(random.number() < 0.5),
      place: maybe(random.pick(['+8613800000001', '+8613800000002'])),
      folder: maybe(random.pick([folders[0]?.id, folders[1]?.id])),
      owner: maybe(ids.get(random.pick(['boss', 'lead', 'anna', 'ben']))),
      team: maybe(teams.get(random.pick(['north', 'south', 'east']))),
      secret: 42,
      bonus: random.integer(1, 100),
    },
  }));
  rows = (await ws.admin.batch('paper', operations)).map(({ data }) => data as RecordBody);
  await ws.admin.batch(
    'paper',
    rows.slice(0, 20).map(({ id }, n) => ({ op: 'update', id, values: { secret: n, bonus: n } })),
  );
  rows = await ws.admin.list('paper', { limit: 500, select: '*,folder.name', sort: 'id' });
  const subjects = [...rows.map(({ id }) => ({ entity: 'paper', id })), { entity: 'folder', id: folders[0]?.id }];
  memos = (
    await ws.admin.batch(
      'memo',
      subjects.map((about) => ({ op: 'create', values: { about } })),
    )
  ).map(({ data }) => data as RecordBody);
});
afterAll(() => ws.close());

const idIn = (value: unknown): string | null => (value as { id: string } | null)?.id ?? null;

function below(person: Person): Set<string> {
  const reports = new Set<Person>([person]);
  for (const _ of names)
    for (const name of names)
      if (people[name].manager && reports.has(people[name].manager as Person)) reports.add(name);
  // boss heads north, under which south stands
  if (person === 'boss')
    for (const name of names)
      if (people[name].teams.some((team) => team === 'north' || team === 'south')) reports.add(name);
  return new Set([...reports].map((name) => ids.get(name) ?? ''));
}

/** The meaning of every right, once more and without SQL. */
function sees(person: Person, right: Right, row: RecordBody): boolean {
  const owner = idIn(row['owner']);
  const mine = people[person].teams.map((team) => teams.get(team));
  const ours = mine.includes(idIn(row['team']) ?? 'none');
  const own = owner === ids.get(person);
  const mates = names.filter(
    (name) =>
      name === person || people[name].teams.some((team) => (people[person].teams as readonly string[]).includes(team)),
  );
  const team = ours || mates.some((name) => ids.get(name) === owner);
  const isCheap = row['amount'] !== null && Number(row['amount']) < 5;
  switch (right) {
    case 'nothing':
      return false;
    case 'own':
      return own;
    case 'team':
      return team;
    case 'team_below':
      return ours || (owner !== null && below(person).has(owner));
    case 'everything':
      return true;
    case 'cheap':
      return isCheap;
    case 'own_or_cheap':
      return own || isCheap;
    case 'team_and_not_locked':
      return team && row['locked'] !== true;
    case 'by_parent':
      return (row['folder'] as { name: string } | null)?.name === 'open';
    case 'by_home':
      return person === 'anna' && row['place'] === '+8613800000001';
  }
}

const cases = names.flatMap((person) => (Object.keys(rights) as Right[]).map((right) => [person, right] as const));

async function become(person: Person, roles: readonly string[]): Promise<WorkspaceClient> {
  await ws.query('update trellis.member set roles = $1 where user_id = $2', [roles, ids.get(person)]);
  ws.engine.people.forget('main');
  return ws.as(person);
}

const sorted = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id).sort();

describe.each(cases)('%s with the right “%s”', (person, right) => {
  let client: WorkspaceClient;
  let seen: RecordBody[];
  beforeAll(async () => {
    client = await become(person, [right]);
    seen = rows.filter((row) => sees(person, right, row));
  });

  test('reads of a reference to one of several entities just what it leads to and they see', async () => {
    const leadsTo = (memo: RecordBody): string | null => {
      const row = rows[memos.findIndex(({ id }) => id === memo.id)];
      return !row || seen.includes(row) ? idIn(memo['about']) : null;
    };
    const subject = new Map(memos.map((memo) => [memo.id, memo['about'] as { entity: string; title: string }]));
    const blank = memos.filter((memo) => leadsTo(memo) === null);
    for (const select of [undefined, 'id,about_entity', 'id,about,about_entity'])
      for (const memo of await client.list('memo', { limit: 500, ...(select ? { select } : {}) })) {
        const whole = subject.get(memo.id);
        const visible = !blank.some(({ id }) => id === memo.id);
        if (select !== 'id,about_entity') expect(memo['about']).toEqual(visible ? whole : null);
        expect(memo['about_entity']).toEqual(visible ? whole?.entity : null);
      }
    const groups = await client.aggregate('memo', { dimensions: ['about'], measures: ['count'] });
    const expected = memos.map(leadsTo).filter((id) => id !== null);
    expect(groups.flatMap(({ about }) => about ?? []).sort()).toEqual(expected.sort());
    expect(groups.find(({ about }) => about === null)?.['count'] ?? 0).toBe(blank.length);
    const [counted] = await client.aggregate('memo', {
      measures: ['count', { function: 'count_distinct', field: 'about' }],
    });
    expect(counted).toEqual({ count: memos.length, count_distinct_about: expected.length });
    const entities = await client.aggregate('memo', { dimensions: ['about_entity'], measures: ['count'] });
    expect(entities.find(({ about_entity }) => about_entity === 'paper')?.['count'] ?? 0).toBe(
      right === 'nothing' ? 0 : seen.length,
    );
    const filtered = async (filter: unknown) => sorted(await client.list('memo', { filter, limit: 500 }));
    expect(await filtered({ is_blank: [{ var: 'about' }] })).toEqual(sorted(blank));
    const sample = [...blank.slice(0, 2), ...memos.filter((memo) => !blank.includes(memo)).slice(-2)];
    for (const memo of sample) {
      const id = idIn(memo['about']);
      const hit = blank.includes(memo) ? [] : [memo.id];
      expect(await filtered({ '==': [{ var: 'about' }, id] })).toEqual(hit);
      expect(await filtered({ in: [{ var: 'about' }, [id]] })).toEqual(hit);
      expect((await client.get('memo', memo.id))['about']).toEqual(hit.length ? subject.get(memo.id) : null);
      const [made] = await client.history('memo', memo.id);
      expect(made?.changes['about']?.new ?? null).toEqual(hit.length ? subject.get(memo.id) : null);
      expect(Object.keys(made?.changes ?? {})).not.toContain('about_entity');
    }
  });

  if (right === 'nothing') {
    test('does not know that there are papers', async () => {
      for (const path of ['', `/${rows[0]?.id}`, `/${rows[0]?.id}/history`])
        expect(await client.send('GET', `/api/records/paper${path}`)).toMatchObject({
          status: 400,
          body: { code: 'unknown_entity' },
        });
      expect(await client.search('amber')).toEqual([]);
    });
    return;
  }

  test('lists, counts and pages through just these rows', async () => {
    const page = await client.page('paper', { limit: 500, count: 'exact' });
    expect(sorted(page.data)).toEqual(sorted(seen));
    expect(page.page.count).toBe(seen.length);
    const first = await client.page('paper', { limit: 10, sort: '-amount' });
    const second = await client.page('paper', { limit: 500, sort: '-amount', after: first.page.after });
    if (first.page.after) expect(sorted([...first.data, ...second.data])).toEqual(sorted(seen));
  });

  test('exports just these rows, and of a field just what they see', async () => {
    const { rows: lines } = await exported(client, 'paper', { select: 'id,bonus', values: 'raw' });
    const bonus = (row: RecordBody) => (idIn(row['owner']) === ids.get(person) ? String(row['bonus']) : '');
    expect(lines.map((cells) => cells.join()).sort()).toEqual(seen.map((row) => `${row.id},${bonus(row)}`).sort());
    const about = (await exported(client, 'memo', { select: 'about,about_entity', values: 'raw' })).rows;
    expect(about.filter(([, name]) => name === 'paper').length).toBe(seen.length);
  });

  test('sums, groups and filters over just these rows', async () => {
    const [all] = await client.aggregate('paper', { measures: ['count', { function: 'sum', field: 'amount' }] });
    const total = seen.reduce((sum, row) => sum + Number(row['amount'] ?? 0), 0);
    expect(all?.['count']).toBe(seen.length);
    expect(all?.['sum_amount'] ?? 0).toBe(total);
    const groups = await client.aggregate('paper', { dimensions: ['locked'], measures: ['count'] });
    expect(groups).toEqual(
      [false, true, null].flatMap((locked) => {
        const count = seen.filter((row) => (row['locked'] ?? null) === locked).length;
        return count ? [{ locked, count }] : [];
      }),
    );
    const filtered = await client.list('paper', { filter: { '>=': [{ var: 'amount' }, 5] }, limit: 500 });
    expect(sorted(filtered)).toEqual(
      sorted(seen.filter((row) => row['amount'] !== null && Number(row['amount']) >= 5)),
    );
  });

  test('gets a row and its history, or is told that there is none', async () => {
    const hidden = rows.filter((row) => !seen.includes(row));
    for (const row of seen.slice(0, 4)) {
      const got = await client.get('paper', row.id);
      expect(got).toMatchObject({ id: row.id, name: row['name'] });
      const [entry] = await client.history('paper', row.id);
      expect(Object.keys(entry?.changes ?? {})).not.toContain('secret');
    }
    for (const row of hidden.slice(0, 4)) {
      expect(await client.send('GET', `/api/records/paper/${row.id}`)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
      expect(await client.send('GET', `/api/records/paper/${row.id}/history`)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
    }
  });

  test('finds just these rows by searching', async () => {
    const hits = sorted(await client.list('paper', { search: 'cobalt', limit: 500 }));
    expect(hits).toEqual(sorted(seen.filter((row) => String(row['name']).includes('cobalt'))));
    const everywhere = sorted(await client.search('cobalt'));
    expect(everywhere.every((id) => hits.includes(id))).toBe(true);
    expect(everywhere.length).toBe(Math.min(5, hits.length));
  });

  test('reads a field by its own rule: never, or on the rows that are theirs', async () => {
    for (const row of await client.list('paper', { limit: 500 })) {
      const own = idIn(row['owner']) === ids.get(person);
      expect(Object.hasOwn(row, 'secret')).toBe(false);
      expect(Object.hasOwn(row, 'bonus')).toBe(own);
      if (own) expect(row['bonus']).toBe(rows.find(({ id }) => id === row.id)?.['bonus']);
    }
    await expect(client.list('paper', { sort: 'secret' })).rejects.toMatchObject({
      status: 400,
      code: 'unknown_field',
    });
    await expect(client.list('paper', { sort: 'bonus' })).rejects.toMatchObject({
      status: 403,
      code: 'field_restricted',
    });
  });
});

test.each(names)('two roles of %s add up', async (person) => {
  const client = await become(person, ['own', 'also_cheap']);
  const expected = rows.filter((row) => sees(person, 'own', row) || sees(person, 'cheap', row));
  expect(sorted(await client.list('paper', { limit: 500 }))).toEqual(sorted(expected));
});

test('a role that does not exist gives nothing', async () => {
  const client = await become('ben', ['ghost', '__proto__', 'constructor']);
  await expect(client.list('paper')).rejects.toMatchObject({ status: 400, code: 'unknown_entity' });
});
