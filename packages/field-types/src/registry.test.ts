// The registry is complete and closed, and serves callers that do not know which type they have.
import { readdirSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import { exampleContext } from './examples.ts';
import { fieldType, fieldTypeNames, fieldTypes, isFieldTypeName, type Field, type WireOf } from './registry.ts';

test('every folder with a definition of its own name is registered', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => readdirSync(`${import.meta.dirname}/${name}`).includes(`${name}.ts`));
  expect([...fieldTypeNames].sort()).toEqual(folders.sort());
});

test('every type stands under its own name, and the registry cannot be changed', () => {
  for (const [name, type] of Object.entries(fieldTypes)) expect(type.name).toBe(name);
  expect(Object.isFrozen(fieldTypes)).toBe(true);
});

test('names of object members are no field types', () => {
  expect(isFieldTypeName('text')).toBe(true);
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', ''])
    expect(isFieldTypeName(name)).toBe(false);
});

test('every type has labels in both languages', () => {
  for (const { label } of Object.values(fieldTypes)) {
    expect(label).toEqual({ en: expect.stringMatching(/./), 'zh-CN': expect.stringMatching(/./) });
  }
});

test('a field from metadata is answered by its type without a switch', () => {
  const field: Field = JSON.parse('{ "type": "currency", "scale": 3 }');
  const type = fieldType(field.type);
  expect(type.column(field)).toEqual({ type: 'numeric(15,3)' });
  expect(type.normalize(1.5, field, exampleContext)).toEqual({ ok: true, value: 1.5 });
});

test('the types of fields and values are those of the definitions', () => {
  expectTypeOf<Extract<Field, { type: 'lookup' }>['entity']>().toEqualTypeOf<string>();
  expectTypeOf<WireOf<'currency'>>().toEqualTypeOf<number | string>();
  expectTypeOf<WireOf<'tags'>>().toEqualTypeOf<readonly string[]>();
});
