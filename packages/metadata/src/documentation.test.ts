// docs/consultants.md holds: the example that it prints is the one in docs/library, that one validates, every kind is shown, and
// the table of field types is that of the registry.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fieldTypes, isFieldTypeName } from '@trellis/field-types/registry';
import { expect, test } from 'vitest';
import { readFolder } from './folder/read-folder.ts';
import { entity } from './builders.ts';
import { kindNames, kinds, type Entity } from './kinds.ts';
import { validate } from './validate.ts';

const root = new URL('../../../', import.meta.url);
const page = await textOf('docs/consultants.md');

/** `entities/book.json` above a block of JSON. */
const printed = [...page.matchAll(/^`([\w/]+\.json)`\n\n```json\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', text = '']) => ({ file, text }),
);

test('the library of the documentation validates', async () => {
  const { items, problems } = await readFolder(fileURLToPath(new URL('docs/library', root)));
  const validation = validate(items);
  expect([...problems, ...(validation.ok ? [] : validation.problems)]).toEqual([]);
});

test.each(printed)('$file is printed as it stands in docs/library', async ({ file, text }) => {
  expect(JSON.parse(text)).toEqual(JSON.parse(await textOf(`docs/library/${file}`)));
});

test('every kind is shown by an example', () => {
  const folders = new Set(printed.map(({ file }) => file.split('/')[0]));
  expect(kindNames.filter((kind) => !folders.has(kind === 'template' ? 'template.json' : kinds[kind].folder))).toEqual(
    [],
  );
});

test('the table of field types names every type with its options and its column', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` +\|([^|]*)\|([^|]*)\|/gm)].map(
    ([, name = '', options = '', column = '']) => ({
      name,
      options: [...options.matchAll(/`(\w+)`/g)].map(([, option]) => option),
      required: [...options.matchAll(/`(\w+)`[\s\u00a0]\*/g)].map(([, option]) => option),
      column: column.replaceAll('`', '').trim(),
    }),
  );
  const types = Object.values(fieldTypes).map(({ name, options }) => ({
    name,
    options: Object.keys(options.properties),
    required: [...(options.required ?? [])],
    column: columnOf(name),
  }));
  expect(rows.filter(({ name }) => isFieldTypeName(name))).toEqual(types);
});

test('the fills that are shown hold', () => {
  const [, text = ''] = /```json\n(\{\n {2}"fills"[\s\S]*?)```/.exec(page) ?? [];
  const { fills } = JSON.parse(text) as Pick<Entity, 'fills'>;
  const items = [
    entity('customer', { name: 'text', grade: 'text', address: 'address' }),
    entity('product', { name: 'text', price: 'currency' }),
    entity(
      'order',
      {
        number: 'text',
        customer: { type: 'lookup', entity: 'customer' },
        product: { type: 'lookup', entity: 'product' },
        price: 'currency',
        discount: 'percent',
        deliver_to: 'address',
      },
      { title: 'number', fills: fills ?? {} },
    ),
  ];
  const validation = validate(items);
  expect(validation.ok ? Object.keys(fills ?? {}) : validation.problems).toEqual(['gold', 'price']);
});

test('the first entity of the README validates', async () => {
  const [, text = ''] = /```json\n([\s\S]*?)```/.exec(await textOf('README.md')) ?? [];
  const body = JSON.parse(text) as { name: string };
  const validation = validate([{ kind: 'entity', name: body.name, body }]);
  expect(validation.ok ? [] : validation.problems).toEqual([]);
});

function columnOf(name: keyof typeof fieldTypes): string {
  const column: { readonly type: string } | null = fieldTypes[name].column({
    options: [],
    returns: 'text',
    expression: null,
    from: '',
    via: '',
    function: 'count',
    field: '',
    entity: '',
    entities: [],
    parent_field: '',
  });
  return column?.type ?? 'none';
}

function textOf(path: string): Promise<string> {
  return readFile(new URL(path, root), 'utf8');
}
