// Every field type over HTTP, by its own examples: what it takes comes back canonical and is found again, what it refuses is told.
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '@trellis/field-types/examples-registry';
import {
  fieldType,
  fieldTypeNames,
  type AnyFieldType,
  type Field,
  type FieldTypeName,
} from '@trellis/field-types/registry';
import { entity, optionSet } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import { workspace, type Workspace } from '@trellis/testing/workspace';

/** Values of these are records, which examples cannot know, or made or worked out by the engine: they have specifications of their own. */
const ofRecords: readonly FieldTypeName[] = [
  'lookup',
  'multi_lookup',
  'related_to',
  'child_table',
  'user',
  'team',
  'auto_number',
  'formula',
  'rollup',
  'looked_up',
];
const names = fieldTypeNames.filter((name) => !ofRecords.includes(name));

interface Case {
  readonly type: AnyFieldType;
  /** `f0`, `f1` …: one for each way in which the examples set the type up. */
  readonly fields: readonly Field[];
  readonly valid: readonly { readonly name: string; readonly value: unknown; readonly canonical: unknown }[];
  readonly invalid: readonly { readonly name: string; readonly value: unknown }[];
  readonly blank: readonly unknown[];
}

function caseOf(name: FieldTypeName): Case {
  const given = examples[name];
  const fields: Field[] = [given.field];
  const nameOf = (field: Field | undefined): string => {
    const wanted = JSON.stringify(field ?? given.field);
    const known = fields.findIndex((one) => JSON.stringify(one) === wanted);
    return `f${known >= 0 ? known : fields.push(field ?? given.field) - 1}`;
  };
  const valid = given.valid.map((example) => ({
    name: nameOf(example.field as Field | undefined),
    value: example.value,
    canonical: 'canonical' in example && example.canonical !== undefined ? example.canonical : example.value,
  }));
  const invalid = given.invalid
    .filter(({ value }) => isDeepStrictEqual(JSON.parse(JSON.stringify(value) ?? 'null'), value) && value !== null)
    .map(({ value, field }) => ({ name: nameOf(field as Field | undefined), value }));
  return { type: fieldType(name), fields, valid, invalid, blank: given.blank };
}

const cases = new Map(names.map((name) => [name, caseOf(name)]));

function itemsOf(name: FieldTypeName): RawItem[] {
  const given = examples[name];
  const fields = Object.fromEntries((cases.get(name)?.fields ?? []).map((field, index) => [`f${index}`, field]));
  const set = 'options' in given.field && typeof given.field.options === 'string' ? given.field.options : null;
  return [
    entity(`a_${name}`, fields, { ownership: 'none', history: false }),
    ...(set && given.options
      ? [optionSet(set, given.options.map((option) => ({ ...option, label: option.label ?? option.value })) as never)]
      : []),
  ];
}

let ws: Workspace;
beforeAll(async () => {
  const items = new Map(names.flatMap(itemsOf).map((item) => [`${item.kind} ${item.name}`, item]));
  ws = await workspace({ items: [...items.values()] });
});
afterAll(() => ws.close());

describe.each(names)('%s', (name) => {
  const { type, valid, invalid, blank } = caseOf(name);
  const at = `a_${name}`;

  test('what it takes comes back canonical, from the answer, a get and a list', async () => {
    for (const { name: field, value, canonical } of valid) {
      const made = await ws.admin.create(at, { [field]: value });
      expect([value, made[field]]).toEqual([value, canonical]);
      expect((await ws.admin.get(at, made.id))[field]).toEqual(canonical);
      expect(await ws.admin.list(at, { filter: { '==': [{ var: 'id' }, made.id] }, select: field })).toEqual([
        { [field]: canonical },
      ]);
    }
  });

  test('what it read it takes back as no change', async () => {
    for (const { name: field, value } of valid.slice(0, 5)) {
      const made = await ws.admin.create(at, { [field]: value });
      expect(await ws.admin.patch(at, made.id, { [field]: made[field] })).toMatchObject({ version: 1 });
    }
  });

  test('a value is found by the operators that the type offers', async () => {
    const [first] = valid.filter(({ canonical }) => typeof canonical !== 'object' || Array.isArray(canonical));
    if (!first) return;
    const made = await ws.admin.create(at, { [first.name]: first.value });
    const one = Array.isArray(first.canonical) ? first.canonical.slice(0, 1) : first.canonical;
    const filters: Record<string, unknown> = {
      '==': { '==': [{ var: first.name }, one] },
      in: { in: [{ var: first.name }, [one]] },
      '>=': { '>=': [{ var: first.name }, one] },
      has_any: { has_any: [{ var: first.name }, one] },
      has_all: { has_all: [{ var: first.name }, one] },
      is_blank: { '!': [{ is_blank: [{ var: first.name }] }] },
      starts_with: { starts_with: [{ var: first.name }, String(one).slice(0, 2)] },
    };
    for (const operator of type.operators) {
      if (!Object.hasOwn(filters, operator)) continue;
      const found = await ws.admin.list(at, { filter: filters[operator], limit: 500, select: 'id' });
      expect([operator, found.map(({ id }) => id)]).toEqual([operator, expect.arrayContaining([made.id])]);
    }
  });

  test('sorts and groups where the type says so, and refuses where not', async () => {
    for (const [able, path, body, code] of [
      [type.sortable, 'query', { sort: 'f0' }, 'not_sortable'],
      [type.groupable, 'aggregate', { dimensions: ['f0'] }, 'not_groupable'],
      ...type.measures.map(
        (measure) => [true, 'aggregate', { measures: [{ function: measure, field: 'f0' }] }, ''] as const,
      ),
    ] as const) {
      const reply = await ws.admin.send('POST', `/api/records/${at}/${path}`, body);
      expect([body, reply.status, reply.status === 200 ? '' : (reply.body as { code: string }).code]).toEqual([
        body,
        able ? 200 : 400,
        able ? '' : code,
      ]);
    }
  });

  test('what it refuses is told at the field, and nothing is written', async () => {
    for (const { name: field, value } of invalid) {
      const reply = await ws.admin.send('POST', `/api/records/${at}`, { [field]: value });
      expect([value, reply.status]).toEqual([value, 422]);
      for (const fault of (reply.body as { errors: { path: string; message: string }[] }).errors) {
        expect(fault.path).toMatch(new RegExp(`^/${field}(/|$)`));
        expect(fault.message).not.toBe('');
      }
    }
  });

  test('blank values are stored as none, and found as blank', async () => {
    for (const value of [null, ...blank]) {
      const made = await ws.admin.create(at, { f0: value });
      expect(made['f0']).toBeNull();
      const found = await ws.admin.list(at, {
        filter: { and: [{ is_blank: [{ var: 'f0' }] }, { '==': [{ var: 'id' }, made.id] }] },
      });
      expect(found).toHaveLength(1);
    }
  });
});
