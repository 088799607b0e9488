// Whatever way a record comes by, it settles alike: by itself, among others, from a file, as a row in the body of its parent.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { Refused, type RecordBody, type Values } from '@trellis/testing/workspace-client';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const is = (field: string, value: unknown) => ({ '==': [{ var: field }, value] });
const contract = entity('contract', { name: { type: 'text', unique: true } }, { ownership: 'none' });
const product = entity(
  'product',
  { name: { type: 'text', unique: true }, price: 'decimal', contract: { type: 'lookup', entity: 'contract' } },
  { ownership: 'none' },
);
const parcel = entity('parcel', {
  name: 'text',
  lines: { type: 'child_table', entity: 'line', parent_field: 'parcel' },
});
const line = entity(
  'line',
  {
    name: { type: 'text', unique: true },
    parcel: { type: 'lookup', entity: 'parcel' },
    product: { type: 'lookup', entity: 'product' },
    contract: { type: 'lookup', entity: 'contract' },
    quantity: { type: 'integer', default: 1 },
    price: 'decimal',
    total: { type: 'decimal', read_only: true },
    state: { type: 'text', default: 'open' },
    reason: { type: 'text', visible: is('state', 'lost'), required: is('state', 'lost'), when_hidden: 'clear' },
    way: {
      type: 'select',
      options: ['road', 'air'].map((value) => ({ value, label: value })),
      offers: [{ when: { '>': [{ var: 'quantity' }, 9] }, values: ['road'] }],
    },
  },
  {
    ownership: 'none',
    fills: {
      // Before what it depends on.
      total: { set: { total: { '*': [{ var: 'price' }, { var: 'quantity' }] } }, overwrite: true },
      price: { set: { price: { var: 'product.price' }, contract: { var: 'product.contract' } } },
    },
    rules: {
      dear: {
        check: { '!': { '>': [{ var: 'total' }, 1000] } },
        message: { en: 'Too dear.', 'zh-CN': '太贵。' },
        at: 'total',
      },
    },
  },
);

const all = { read: true, create: true, update: true, import: true };
const clerk = role('clerk', { product: { read: true }, parcel: all, line: all });

let importing: ImportWorkspace;
let admin: ImportWorkspace['ws']['admin'];
const products: Record<string, string> = {};
beforeAll(async () => {
  importing = await importWorkspace({ items: [contract, product, parcel, line, clerk] });
  admin = importing.ws.admin;
  for (const [name, price] of [
    ['Cup', 4.5],
    ['Jug', 9],
  ] as const)
    products[name] = (await admin.create('product', { name, price })).id;
});
afterAll(() => importing.close());

/** `product` by its name. */
type Written = Readonly<Record<string, string | number | null>>;
type Outcome = { readonly kept: Values } | { readonly faults: readonly string[] };
type Way = (name: string, values: Written) => Promise<Outcome>;

const body = ({ product: named, ...values }: Written): Values =>
  named === undefined ? values : { ...values, product: named === null ? null : products[String(named)] };

const made: Readonly<Record<string, Way>> = {
  alone: (name, values) => outcome(name, () => admin.create('line', { name, ...body(values) })),
  'among others': (name, values) =>
    outcome(name, () => admin.batch('line', [{ op: 'create', values: { name, ...body(values) } }])),
  'from a file': (name, values) => imported({ name, ...values }, { mode: 'create' }),
  'in the body of its parent': (name, values) =>
    outcome(name, () => admin.create('parcel', { lines: [{ name, ...body(values) }] })),
};

const changed: Readonly<Record<string, Way>> = {
  alone: async (name, values) => {
    const { id } = await lineNamed(name);
    return outcome(name, () => admin.patch('line', id, body(values)));
  },
  'among others': async (name, values) => {
    const { id } = await lineNamed(name);
    return outcome(name, () => admin.batch('line', [{ op: 'update', id, values: body(values) }]));
  },
  'from a file': (name, values) => imported({ name, ...values }, { mode: 'update', key: 'name' }),
  'in the body of its parent': async (name, values) => {
    const { id, parcel: parent } = await lineNamed(name);
    const row = { id, ...body(values) };
    return outcome(name, () => admin.patch('parcel', (parent as { id: string }).id, { lines: [row] }));
  },
};

describe.each(Object.entries(made))('A record that is made %s', (way, make) => {
  const cases: readonly [what: string, values: Written, outcome: Outcome][] = [
    ['has its defaults', {}, { kept: { quantity: 1, state: 'open', price: null, total: null } }],
    [
      'is filled in by what it depends on',
      { product: 'Cup', quantity: 3 },
      { kept: { price: 4.5, quantity: 3, total: 13.5 } },
    ],
    ['keeps what was said', { product: 'Cup', price: 2, state: 'new' }, { kept: { price: 2, total: 2, state: 'new' } }],
    ['has nothing that is hidden', { reason: 'r' }, { kept: { reason: null } }],
    ['shows what is not', { state: 'lost', reason: 'r' }, { kept: { reason: 'r' } }],
    ['is asked for what is required by then', { state: 'lost' }, { faults: ['/reason required'] }],
    ['takes what is offered only', { quantity: 10, way: 'air' }, { faults: ['/way option_not_offered'] }],
    ['is judged by what it comes to', { product: 'Jug', quantity: 200 }, { faults: ['/total dear'] }],
  ];
  test.each(cases)('%s', async (what, values, outcome) => {
    expect(await make(`${way}: ${what}`, values)).toMatchObject(outcome);
  });
});

describe.each(Object.entries(changed))('A record that is changed %s', (way, change) => {
  const cases: readonly [what: string, before: Written, values: Written, outcome: Outcome][] = [
    ['is not given a default', { quantity: null }, { product: 'Cup' }, { kept: { quantity: null, price: 4.5 } }],
    ['keeps what it has', { product: 'Cup' }, { product: 'Jug' }, { kept: { price: 4.5, total: 4.5 } }],
    ['follows what it is to follow', { product: 'Cup' }, { quantity: 4 }, { kept: { total: 18 } }],
    ['loses what is hidden', { state: 'lost', reason: 'r' }, { state: 'open' }, { kept: { reason: null } }],
    ['is asked for what is required by then', {}, { state: 'lost' }, { faults: ['/reason required'] }],
    ['is held to what is offered by then', { way: 'air' }, { quantity: 10 }, { faults: ['/way option_not_offered'] }],
    ['is judged by what it comes to', { product: 'Jug' }, { quantity: 200 }, { faults: ['/total dear'] }],
  ];
  test.each(cases)('%s', async (what, before, values, outcome) => {
    const name = `${way}: changed: ${what}`;
    await admin.create('parcel', { lines: [{ name, ...body(before) }] });
    expect(await change(name, values)).toMatchObject(outcome);
  });
});

test('A file fills in look-ups to what its importer does not see, and takes none that it names itself', async () => {
  const signed = await admin.create('contract', { name: 'signed' });
  await admin.create('product', { name: 'Bowl', price: 3, contract: signed.id });
  const importer = await importing.ws.as('clerk');
  const parent = await admin.create('parcel', { name: 'Box' });
  const job = await importing.run(importer, 'line', 'name,parcel,product\nfilled,Box,Bowl\n');
  expect(job.report).toMatchObject({ accepted: 1, errors: [] });
  expect(await lineNamed('filled')).toMatchObject({ contract: { id: signed.id } });
  const update = { mode: 'update', key: 'name' };
  await admin.create('line', { name: 'to fill', parcel: parent.id });
  expect((await importing.run(importer, 'line', 'name,product\nto fill,Bowl\n', update)).report.updated).toBe(1);
  expect(await lineNamed('to fill')).toMatchObject({ contract: { id: signed.id } });
  const byName = importing.run(importer, 'line', 'name,parcel,contract\nnamed,Box,signed\n');
  await expect(byName).rejects.toMatchObject({ status: 400 });
});

test('A record that comes back from the trash is as it was: nothing is said, so that nothing is filled in', async () => {
  const { id } = await admin.create('line', { name: 'restored', product: products['Cup'], price: 2 });
  await importing.ws.query('update line set total = 99, reason = $2 where id = $1', [id, 'hidden']);
  await admin.delete('line', id);
  await admin.restore('line', id);
  expect(await admin.get('line', id)).toMatchObject({ price: 2, total: 99, reason: 'hidden' });
});

async function lineNamed(name: string): Promise<RecordBody> {
  const [found] = await admin.list('line', { filter: is('name', name) });
  if (!found) throw new Error(`no line ${name}`);
  return found;
}

async function outcome(name: string, write: () => Promise<unknown>): Promise<Outcome> {
  try {
    await write();
    return { kept: await lineNamed(name) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { faults: error.errors.map(({ path, code }) => `/${path.split('/').at(-1)} ${code}`) };
  }
}

async function imported(values: Written, options: object): Promise<Outcome> {
  const names = Object.keys(values);
  const file = `${names.join(',')}\n${names.map((name) => String(values[name] ?? '')).join(',')}\n`;
  const { report } = await importing.run(admin, 'line', file, options);
  if (report.errors.length > 0) return { faults: report.errors.map(({ field, code }) => `/${field} ${code}`) };
  return { kept: await lineNamed(String(values['name'])) };
}
