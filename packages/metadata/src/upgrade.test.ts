import { expect, test } from 'vitest';
import { isObject } from './json.ts';
import type { RawItem } from './kinds.ts';
import { currentFormat, upgrade, type FormatUpgrade } from './upgrade.ts';

function template(format: unknown): RawItem {
  return { kind: 'template', name: 'library', body: { name: 'library', format, version: '1.0.0', label: 'Library' } };
}

// Two made-up steps: format 1 called entities tables; format 2 wrote fields as a list.
const tablesBecomeEntities: FormatUpgrade = (items) =>
  items.map((item) => (item.kind === 'table' ? { ...item, kind: 'entity' } : item));
const listsBecomeMembers: FormatUpgrade = (items) =>
  items.map((item) => {
    if (item.kind !== 'entity' || !isObject(item.body) || !Array.isArray(item.body['fields'])) return item;
    const names: unknown[] = item.body['fields'];
    return {
      ...item,
      body: { ...item.body, fields: Object.fromEntries(names.map((name) => [name, { type: 'text' }])) },
    };
  });
const chain = [tablesBecomeEntities, listsBecomeMembers];

test('items of an old format go through every step after it, in order', () => {
  const old = { kind: 'table', name: 'book', body: { name: 'book', fields: ['title'] } };
  const upgraded = upgrade([template(1), old], chain);
  expect(upgraded).toEqual({
    ok: true,
    items: [template(3), { kind: 'entity', name: 'book', body: { name: 'book', fields: { title: { type: 'text' } } } }],
  });
});

test('items of a format in between go through the later steps only', () => {
  const upgraded = upgrade([template(2), { kind: 'table', name: 'book', body: {} }], chain);
  expect(upgraded.ok && upgraded.items[1]?.kind).toBe('table');
});

test('items of the current format stay as they are, and so do items without a template', () => {
  const items = [template(currentFormat), { kind: 'entity', name: 'book', body: { name: 'book' } }];
  expect(upgrade(items)).toEqual({ ok: true, items });
  expect(upgrade(items.slice(1))).toEqual({ ok: true, items: items.slice(1) });
});

test('a format that is newer than this version knows is refused, with what to do', () => {
  const upgraded = upgrade([template(7)]);
  expect(upgraded.ok ? [] : upgraded.problems).toMatchObject([
    { path: 'template.json#/format', code: 'newer_format', params: { format: 7, known: 1 }, hint: 'Upgrade Trellis.' },
  ]);
});

test.each([0, 1.5, '1', null, undefined])('the format %j is no format', (format) => {
  const upgraded = upgrade([template(format)]);
  expect(upgraded.ok ? [] : upgraded.problems.map(({ code }) => code)).toEqual(['invalid_format']);
});
