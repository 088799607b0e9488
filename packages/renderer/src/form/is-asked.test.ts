import { expect, test } from 'vitest';
import type { FormField } from './form-definition.ts';
import { isAsked } from './is-asked.ts';

const field = (name: string, type: 'file' | 'text'): [string, FormField] => [
  name,
  { name, field: { type }, label: name, help: '', placeholder: '', isHeaded: false },
];
const definition = { fields: new Map([field('scan', 'file'), field('title', 'text')]) };
const scan = { id: 'f1', name: 'scan.pdf', size: 1, type: 'application/pdf' };

test('a form asks for nothing that it cannot take, and shows what is there', () => {
  expect(isAsked(definition, 'scan', { visible: true, value: null })).toBe(false);
  expect(isAsked(definition, 'scan', { visible: true, value: scan })).toBe(true);
  expect(isAsked(definition, 'title', { visible: true, value: null })).toBe(true);
});

test('what a condition hides is not asked for', () => {
  expect(isAsked(definition, 'title', { visible: false, value: 'Dune' })).toBe(false);
});
