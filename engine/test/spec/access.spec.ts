// Rights at work: fields that are masked, writes that may not lead out of sight, names that nobody is told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, form, role, view } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('case', {
    name: 'text',
    open: 'boolean',
    fee: 'decimal',
    note: 'text',
    kin: { type: 'lookup', entity: 'case' },
    parts: { type: 'child_table', entity: 'case_part', parent_field: 'of' },
  }),
  entity(
    'case_part',
    { of: { type: 'lookup', entity: 'case', on_delete: 'cascade' }, name: 'text', cost: 'integer' },
    { ownership: 'none' },
  ),
  entity('offer', { name: 'text', cut: { type: 'integer', default: 0 } }),
  entity('hidden', { name: 'text' }),
  form('case_form', 'case', ['name', 'fee', 'note']),
  view('hidden_all', 'hidden', ['name']),
  role('clerk', {
    case: {
      read: { '==': [{ var: 'open' }, true] },
      create: { '==': [{ var: 'open' }, true] },
      update: { '==': [{ var: 'open' }, true] },
      delete: { '==': [{ var: 'open' }, true] },
      fields: {
        note: { read: false },
        fee: { read: { '==': [{ var: 'name' }, 'mine'] }, update: { '==': [{ var: 'name' }, 'mine'] } },
      },
    },
    case_part: { read: true, fields: { cost: { read: false } } },
  }),
  role('seller', {
    offer: { read: true, create: true, update: true, fields: { cut: { update: { '<=': [{ var: 'cut' }, 15] } } } },
  }),
  role('owner', { case: { read: 'own', create: true, update: 'own', delete: 'own' } }),
  role('teller', { case: { create: true } }),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items, users: { ann: { roles: ['owner'] }, bob: { roles: ['owner'] } } });
});
afterAll(() => ws.close());

const forbidden = { status: 403, code: 'forbidden' };

describe('a field with a condition', () => {
  test('is left out where it does not hold, in records, children and behind look-ups', async () => {
    const clerk = await ws.as('clerk');
    const mine = await ws.admin.create('case', { name: 'mine', open: true, fee: 5, note: 'n' });
    const other = await ws.admin.create('case', {
      name: 'other',
      open: true,
      fee: 6,
      kin: mine.id,
      parts: [{ name: 'p', cost: 3 }],
    });
    expect(await clerk.get('case', mine.id)).toMatchObject({ fee: 5 });
    expect(await clerk.get('case', other.id)).not.toHaveProperty('fee');
    expect(await clerk.get('case', other.id)).not.toHaveProperty('note');
    expect(JSON.stringify(await clerk.get('case', other.id))).not.toContain('cost');
    expect(await clerk.get('case', other.id, 'name,fee')).toEqual({ name: 'other' });
    expect(await clerk.get('case', other.id, 'kin.fee')).toMatchObject({ kin: { fee: 5 } });
    const back = await ws.admin.create('case', { name: 'back', open: true, kin: other.id });
    expect((await clerk.get('case', back.id, 'kin.fee'))['kin']).not.toHaveProperty('fee');
    await expect(clerk.get('case', other.id, 'parts(cost)')).rejects.toMatchObject({ status: 400 });
  });

  test('may not be filtered, sorted, grouped or summed by', async () => {
    const clerk = await ws.as('clerk');
    const refused = { status: 403, code: 'field_restricted' };
    for (const query of [
      { filter: { '>': [{ var: 'fee' }, 1] } },
      { filter: { is_blank: [{ var: 'kin.fee' }] } },
      { sort: 'fee' },
      { sort: '-kin.fee' },
    ])
      await expect(clerk.list('case', query)).rejects.toMatchObject(refused);
    for (const query of [
      { dimensions: ['fee'] },
      { measures: [{ function: 'sum', field: 'fee' }] },
      { measures: [{ function: 'max', field: 'kin.fee' }] },
    ])
      await expect(clerk.aggregate('case', query)).rejects.toMatchObject(refused);
  });

  test('is written only where it holds, before the change as after it', async () => {
    const clerk = await ws.as('clerk');
    const mine = await ws.admin.create('case', { name: 'mine', open: true, fee: 5 });
    const other = await ws.admin.create('case', { name: 'other', open: true, fee: 6 });
    expect(await clerk.patch('case', mine.id, { fee: 7 })).toMatchObject({ fee: 7 });
    await expect(clerk.patch('case', other.id, { fee: 7 })).rejects.toMatchObject({
      ...forbidden,
      errors: [expect.objectContaining({ path: '/fee' })],
    });
    await expect(clerk.patch('case', other.id, { name: 'mine', fee: 7 })).rejects.toMatchObject(forbidden);
    await expect(clerk.patch('case', mine.id, { name: 'other', fee: 8 })).rejects.toMatchObject(forbidden);
    expect(await ws.admin.get('case', mine.id)).toMatchObject({ name: 'mine', fee: 7 });
    expect(await ws.admin.get('case', other.id)).toMatchObject({ name: 'other', fee: 6 });
  });

  test('that limits its own value is exceeded neither by one write nor by two, and what somebody else granted stays', async () => {
    const seller = await ws.as('seller');
    const tooMuch = { ...forbidden, errors: [expect.objectContaining({ path: '/cut', code: 'read_only' })] };
    await expect(seller.create('offer', { cut: 50 })).rejects.toMatchObject(tooMuch);
    const { id } = await seller.create('offer', { cut: 5 });
    await expect(seller.patch('offer', id, { cut: 50 })).rejects.toMatchObject(tooMuch);
    expect(await seller.patch('offer', id, { cut: 15 })).toMatchObject({ cut: 15 });
    await ws.admin.patch('offer', id, { cut: 50 });
    await expect(seller.patch('offer', id, { cut: 10 })).rejects.toMatchObject(tooMuch);
    expect(await seller.patch('offer', id, { name: 'n', cut: 50 })).toMatchObject({ name: 'n', cut: 50 });
  });

  test('a masked value survives a change by somebody who does not see it', async () => {
    const clerk = await ws.as('clerk');
    const { id } = await ws.admin.create('case', { name: 'other', open: true, fee: 6, note: 'n' });
    await clerk.patch('case', id, { name: 'still other' });
    expect(await ws.admin.get('case', id)).toMatchObject({ name: 'still other', fee: 6, note: 'n' });
  });

  test('the answer to a write is masked like a read', async () => {
    const clerk = await ws.as('clerk');
    const made = await clerk.create('case', { name: 'other', open: true });
    expect(made).not.toHaveProperty('fee');
    expect(made).not.toHaveProperty('note');
    await expect(clerk.create('case', { name: 'x', open: true, note: 'n' })).rejects.toMatchObject({
      status: 400,
      code: 'unknown_field',
    });
  });
});

describe('a write', () => {
  test('makes no row that its writer may not make or could not see', async () => {
    const clerk = await ws.as('clerk');
    const before = await ws.query('select count(*) from "case"');
    await expect(clerk.create('case', { name: 'x', open: false })).rejects.toMatchObject(forbidden);
    await expect(clerk.create('case', { name: 'x' })).rejects.toMatchObject(forbidden);
    expect(await ws.query('select count(*) from "case"')).toEqual(before);
  });

  test('moves no row out of its writer’s sight', async () => {
    const clerk = await ws.as('clerk');
    const { id } = await clerk.create('case', { name: 'x', open: true });
    await expect(clerk.patch('case', id, { open: false })).rejects.toMatchObject(forbidden);
    const ann = await ws.as('ann');
    const hers = await ann.create('case', { name: 'hers' });
    await expect(ann.patch('case', hers.id, { owner: ws.admin.id })).rejects.toMatchObject(forbidden);
    expect(await ws.admin.get('case', hers.id)).toMatchObject({ owner: { id: ann.id } });
  });

  test('of a row out of sight finds no row; of one in sight that is not theirs to change is forbidden', async () => {
    const [ann, bob] = [await ws.as('ann'), await ws.as('bob')];
    const { id } = await ann.create('case', { name: 'hers' });
    const ways = [
      bob.patch('case', id, { name: 'x' }),
      bob.delete('case', id),
      bob.get('case', id),
      bob.history('case', id),
    ];
    for (const way of await Promise.allSettled(ways))
      expect(way).toMatchObject({ status: 'rejected', reason: { status: 404, code: 'not_found' } });
    const clerk = await ws.as('clerk');
    const part = await ws.admin.create('case', { name: 'y', open: true, parts: [{ name: 'p' }] });
    const [row] = part['parts'] as { id: string }[];
    await expect(clerk.patch('case_part', row?.id ?? '', { name: 'q' })).rejects.toMatchObject(forbidden);
    await expect(clerk.create('case_part', { of: part.id, name: 'q' })).rejects.toMatchObject(forbidden);
  });

  test('by somebody who may create but not read answers without the record', async () => {
    const teller = await ws.as('teller');
    const reply = await teller.send('POST', '/api/records/case', { name: 'told' });
    expect(reply.status).toBe(201);
    expect(reply.text).not.toContain('told');
    expect(await ws.admin.list('case', { filter: { '==': [{ var: 'name' }, 'told'] } })).toHaveLength(1);
    await expect(teller.list('case')).rejects.toMatchObject({ status: 400, code: 'unknown_entity' });
  });

  test('of a unique value that stands in a row out of sight does not tell of the row', async () => {
    await using other = await workspace({
      items: [
        entity('thing', { code: { type: 'text', unique: true } }),
        role('own', { thing: { read: 'own', create: true } }),
      ],
    });
    const hidden = await other.admin.create('thing', { code: 'X' });
    const reply = await (await other.as('own')).send('POST', '/api/records/thing', { code: 'X' });
    expect(reply.status).toBe(409);
    expect(reply.text).not.toContain(hidden.id);
  });
});

describe('what may not be read is not told of elsewhere', () => {
  test('metadata, forms and permissions name neither entities nor fields out of sight', async () => {
    const clerk = await ws.as('clerk');
    const metadata = await clerk.send('GET', '/api/metadata');
    expect(metadata.text).not.toMatch(/"hidden|hidden_all/);
    expect(
      Object.keys((metadata.body as { data: { entities: { case: { fields: object } } } }).data.entities.case.fields),
    ).not.toContain('note');
    expect((await clerk.send('GET', '/api/forms/case/case_form')).text).not.toMatch(/"note"/);
    expect(await clerk.send('GET', '/api/forms/hidden/default')).toMatchObject({ status: 400 });
    const me = await clerk.send('GET', '/api/me');
    expect(me.text).not.toMatch(/hidden/);
  });

  test('a title that may not be read is told nowhere', async () => {
    await using other = await workspace({
      items: [
        entity('patient', { name: 'text', ward: 'text' }, { title: 'name' }),
        entity('bed', { label: 'text', patient: { type: 'lookup', entity: 'patient' } }),
        role('cleaner', { patient: { read: true, fields: { name: { read: false } } }, bed: { read: true } }),
      ],
    });
    const patient = await other.admin.create('patient', { name: 'Nemo', ward: 'W1' });
    const bed = await other.admin.create('bed', { label: 'B1', patient: patient.id });
    const cleaner = await other.as('cleaner');
    expect(await cleaner.get('bed', bed.id)).toMatchObject({ patient: { id: patient.id, title: null } });
    const answers = [
      await cleaner.list('bed', { select: '*,patient.ward' }),
      await cleaner.history('bed', bed.id),
      await cleaner.aggregate('bed', { dimensions: ['patient'] }),
      await cleaner.search('Nemo'),
      await cleaner.search('B1'),
    ];
    expect(JSON.stringify(answers)).not.toContain('Nemo');
    await expect(cleaner.list('bed', { sort: 'patient' })).rejects.toMatchObject({ status: 400 });
  });

  test('an entity out of sight answers in every way as one that is not there', async () => {
    const clerk = await ws.as('clerk');
    const ways: [string, string, unknown?][] = [
      ['GET', '/api/records/NAME'],
      ['POST', '/api/records/NAME', {}],
      ['POST', '/api/records/NAME/query', {}],
      ['POST', '/api/records/NAME/aggregate', {}],
      ['POST', '/api/records/NAME/batch', { operations: [{ op: 'create', values: {} }] }],
      ['GET', '/api/records/NAME/00000000-0000-7000-8000-000000000000'],
      ['PATCH', '/api/records/NAME/00000000-0000-7000-8000-000000000000', {}],
      ['DELETE', '/api/records/NAME/00000000-0000-7000-8000-000000000000'],
      ['POST', '/api/records/NAME/00000000-0000-7000-8000-000000000000/restore'],
      ['GET', '/api/records/NAME/00000000-0000-7000-8000-000000000000/history'],
      ['GET', '/api/forms/NAME/default'],
    ];
    for (const [method, path, body] of ways) {
      const [real, unreal] = [
        await clerk.send(method, path.replace('NAME', 'hidden'), body),
        await clerk.send(method, path.replace('NAME', 'ghosts'), body),
      ];
      expect([method, path, real.status]).toEqual([method, path, 400]);
      expect(real.text.replaceAll('hidden', 'ghosts')).toBe(unreal.text);
    }
  });
});
