// What may be chosen, held on the server: the filter of a look-up, and options that depend on the choice above them.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { entity, optionSet, role } from '@trellis/metadata/builders';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const is = (name: string, value: unknown) => ({ '==': [{ var: name }, value] });
const option = (value: string, parent: string) => ({ value, label: value, parent });

const items = [
  optionSet('continent', ['asia', 'europe']),
  optionSet('country', [option('china', 'asia'), option('ireland', 'europe'), { value: 'other', label: 'other' }], {
    parent: 'continent',
  }),
  entity('house', { name: 'text', open: { type: 'boolean', default: true } }, { ownership: 'none' }),
  entity('room', {
    name: 'text',
    house: { type: 'lookup', entity: 'house' },
    hidden: 'boolean',
    seats: { type: 'integer', default: 10 },
  }),
  entity('visit', {
    name: 'text',
    house: { type: 'lookup', entity: 'house', filter: is('open', true) },
    room: { type: 'lookup', entity: 'room', filter: is('house', { var: '$record.house' }) },
    guests: 'integer',
    hall: { type: 'lookup', entity: 'room', filter: { '>=': [{ var: 'seats' }, { var: '$record.guests' }] } },
    annex: { type: 'lookup', entity: 'room', filter: is('house.name', { var: '$record.house.name' }) },
    spare: { type: 'multi_lookup', entity: 'room', filter: is('house', { var: '$record.house' }) },
    host: { type: 'user', filter: is('id', { var: '$user.id' }) },
    continent: { type: 'select', options: 'continent' },
    country: { type: 'select', options: 'country' },
    countries: { type: 'multi_select', options: 'country' },
    note: 'text',
  }),
  role('guest', {
    house: { read: true },
    room: { read: { '!=': [{ var: 'hidden' }, true] } },
    visit: { read: true, create: true, update: true },
  }),
];

let importing: ImportWorkspace;
let house: Readonly<Record<'one' | 'two' | 'shut', string>>;
let room: Readonly<Record<'one' | 'two' | 'hidden', string>>;
beforeAll(async () => {
  importing = await importWorkspace({ items });
  const { admin } = importing.ws;
  const make = async (of: string, values: object) => (await admin.create(of, { ...values })).id;
  house = {
    one: await make('house', { name: 'one' }),
    two: await make('house', { name: 'two' }),
    shut: await make('house', { name: 'shut', open: false }),
  };
  room = {
    one: await make('room', { name: 'room of one', house: house.one }),
    two: await make('room', { name: 'room of two', house: house.two }),
    hidden: await make('room', { name: 'hidden room', house: house.two, hidden: true }),
  };
});
afterAll(() => importing.close());
afterEach(() => expect(importing.ws.incidents).toEqual([]));

const refusedAt = (path: string, code: string) => ({
  status: 422,
  code: 'invalid_values',
  errors: [expect.objectContaining({ path, code })],
});
const admin = () => importing.ws.admin;
const visit = (values: object) => admin().create('visit', { ...values });

describe('the filter of a look-up', () => {
  test('refuses what it does not offer, at the field and in both languages', async () => {
    expect(await visit({ house: house.one })).toMatchObject({ house: { title: 'one' } });
    await expect(visit({ house: house.shut })).rejects.toMatchObject(refusedAt('/house', 'not_offered'));
    const chinese = await admin().send(
      'POST',
      '/api/records/visit',
      { house: house.shut },
      { 'accept-language': 'zh-CN' },
    );
    expect(chinese).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/house', message: '此处不能选择该记录。' }] },
    });
  });

  test('may look at the record that refers, and at records behind it', async () => {
    await visit({ house: house.one, room: room.one, annex: room.one });
    await expect(visit({ house: house.one, room: room.two })).rejects.toMatchObject(refusedAt('/room', 'not_offered'));
    await expect(visit({ house: house.one, annex: room.two })).rejects.toMatchObject(
      refusedAt('/annex', 'not_offered'),
    );
    await visit({ guests: 10, hall: room.one });
    await expect(visit({ guests: 11, hall: room.one })).rejects.toMatchObject(refusedAt('/hall', 'not_offered'));
  });

  test('holds nothing back while the record that refers is blank there', async () => {
    expect(await visit({ room: room.two, hall: room.one })).toMatchObject({ room: { id: room.two } });
  });

  test('may speak of the asker', async () => {
    const guest = await importing.ws.as('guest');
    expect(await guest.create('visit', { host: guest.id })).toMatchObject({ host: { id: guest.id } });
    await expect(guest.create('visit', { host: admin().id })).rejects.toMatchObject(refusedAt('/host', 'not_offered'));
  });

  test('is asked on a change of the field, or of what it reads, on the merged record', async () => {
    const { id } = await visit({ house: house.one, room: room.one });
    await expect(admin().patch('visit', id, { room: room.two })).rejects.toMatchObject(
      refusedAt('/room', 'not_offered'),
    );
    await expect(admin().patch('visit', id, { house: house.two })).rejects.toMatchObject(
      refusedAt('/room', 'not_offered'),
    );
    await admin().patch('visit', id, { house: house.two, room: room.two });
    await admin().patch('visit', id, { house: null });
  });

  test('lets stay what was chosen before it stood in the way', async () => {
    const passing = await admin().create('house', { name: 'passing' });
    const { id } = await visit({ house: passing.id });
    await admin().patch('house', passing.id, { open: false });
    expect(await admin().patch('visit', id, { note: 'kept', house: passing.id })).toMatchObject({ note: 'kept' });
    await expect(visit({ house: passing.id })).rejects.toMatchObject(refusedAt('/house', 'not_offered'));
  });

  test('holds for every link, and of stored ones only when what it reads has changed', async () => {
    await expect(visit({ house: house.one, spare: [room.one, room.two] })).rejects.toMatchObject(
      refusedAt('/spare', 'not_offered'),
    );
    const { id } = await visit({ spare: [room.two] });
    await expect(admin().patch('visit', id, { house: house.one })).rejects.toMatchObject(
      refusedAt('/spare', 'not_offered'),
    );
    await admin().patch('visit', id, { house: house.two, spare: [room.two, room.hidden] });
    await admin().patch('room', room.hidden, { house: house.one });
    await admin().patch('visit', id, { spare: [room.hidden] });
    await expect(admin().patch('visit', id, { spare: [room.hidden, room.one] })).rejects.toMatchObject(
      refusedAt('/spare', 'not_offered'),
    );
    await admin().patch('room', room.hidden, { house: house.two });
  });

  test('says nothing of a record that the asker does not see', async () => {
    const guest = await importing.ws.as('guest');
    for (const to of [house.one, house.two])
      await expect(guest.create('visit', { house: to, room: room.hidden })).rejects.toMatchObject(
        refusedAt('/room', 'record_not_found'),
      );
  });

  test('holds for the rows of an import', async () => {
    const csv = 'Name,House,Room\na,one,room of one\nb,shut,\nc,one,room of two\nd,,room of two\n';
    const { report } = await importing.run(admin(), 'visit', csv);
    expect(report).toMatchObject({
      accepted: 2,
      refused: 2,
      errors: [
        { row: 3, field: 'house', code: 'not_offered' },
        { row: 4, field: 'room', code: 'not_offered' },
      ],
    });
    const changed = await importing.run(admin(), 'visit', 'Name,House\na,two\nd,two\n', {
      mode: 'update',
      key: 'name',
    });
    expect(changed.report).toMatchObject({ updated: 1, errors: [{ row: 2, field: 'room', code: 'not_offered' }] });
  });
});

describe('an option below another', () => {
  test('is refused where the choice above is another one, at the field and in both languages', async () => {
    expect(await visit({ continent: 'asia', country: 'china' })).toMatchObject({ country: 'china' });
    const wrong = { continent: 'europe', country: 'china' };
    await expect(visit(wrong)).rejects.toMatchObject(refusedAt('/country', 'option_not_offered'));
    const chinese = await admin().send('POST', '/api/records/visit', wrong, { 'accept-language': 'zh-CN' });
    expect(chinese.body).toMatchObject({ errors: [{ message: '该选项与其所依赖的选项不符。' }] });
    await expect(visit({ continent: 'asia', countries: ['china', 'ireland'] })).rejects.toMatchObject(
      refusedAt('/countries', 'option_not_offered'),
    );
  });

  test('is free where it has nothing above, and while nothing is chosen there', async () => {
    await visit({ continent: 'asia', country: 'other' });
    await visit({ country: 'china' });
  });

  test('is asked on a change of either, on the merged record, and otherwise left alone', async () => {
    const { id } = await visit({ country: 'china' });
    await expect(admin().patch('visit', id, { continent: 'europe' })).rejects.toMatchObject(
      refusedAt('/country', 'option_not_offered'),
    );
    await admin().patch('visit', id, { continent: 'europe', country: 'ireland' });
    await expect(admin().patch('visit', id, { country: 'china' })).rejects.toMatchObject(
      refusedAt('/country', 'option_not_offered'),
    );
    await importing.ws.query(`update main.visit set country = 'china' where id = $1`, [id]);
    expect(await admin().patch('visit', id, { note: 'kept' })).toMatchObject({ note: 'kept', country: 'china' });
  });

  test('is refused in an import, too', async () => {
    const { report } = await importing.run(admin(), 'visit', 'Continent,Country\nasia,ireland\neurope,ireland\n');
    expect(report).toMatchObject({ accepted: 1, errors: [{ row: 2, field: 'country', code: 'option_not_offered' }] });
  });
});
