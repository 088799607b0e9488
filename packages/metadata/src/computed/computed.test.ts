// Computed fields in metadata: of what type their values are, and what is said against them.
import { describe, expect, test } from 'vitest';
import { entity, optionSet, view } from '../builders.ts';
import type { RawItem } from '../kinds.ts';
import { membersOf } from '../members.ts';
import { validate } from '../validate.ts';

const line = entity('line', {
  order: { type: 'lookup', entity: 'order' },
  item: 'text',
  quantity: 'integer',
  price: { type: 'currency', scale: 3, min: 0 },
  paid: { type: 'currency', multi: true },
  amount: { type: 'formula', returns: 'currency', expression: { '*': [{ var: 'price' }, { var: 'quantity' }] } },
});
const customer = entity('customer', { name: 'text', grade: { type: 'select', options: 'grade' }, lead: 'user' });
const grade = optionSet('grade', ['a', 'b']);

function order(fields: Parameters<typeof entity>[1] = {}, more: Parameters<typeof entity>[2] = {}): RawItem {
  const own = {
    name: 'text',
    customer: { type: 'lookup', entity: 'customer' },
    parent: { type: 'lookup', entity: 'order' },
  } as const;
  return entity('order', { ...own, ...fields }, more);
}

const total = { type: 'rollup', from: 'line', via: 'order', function: 'sum', field: 'amount' } as const;

function memberOf(name: string, fields: Parameters<typeof entity>[1]) {
  const validation = validate([line, customer, grade, order(fields)]);
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems, null, 2));
  const body = validation.metadata.entities.get('order');
  return body && membersOf(body).get(name);
}

function problemsOf(fields: Parameters<typeof entity>[1], more: Parameters<typeof entity>[2] = {}) {
  const validation = validate([line, customer, grade, order(fields, more)]);
  return validation.ok
    ? []
    : validation.problems.map(({ path, code }) => `${path.replace('entities/order.json#', '')} ${code}`);
}

describe('A computed field is read as', () => {
  test('a formula, what it says it returns', () => {
    const member = memberOf('x', {
      x: { type: 'formula', returns: 'boolean', expression: { '==': [{ var: 'name' }, 'a'] } },
    });
    expect(member).toMatchObject({
      valueType: 'boolean',
      field: { type: 'boolean', read_only: true },
      computed: { type: 'formula' },
    });
  });

  test('a sum, an amount that is wide enough, without the limits of what is typed in', () => {
    expect(memberOf('x', { x: total })?.field).toMatchObject({ type: 'currency', precision: 30 });
    const prices = memberOf('x', { x: { ...total, field: 'price' } });
    expect(prices?.field).toMatchObject({ type: 'currency', scale: 3, precision: 30 });
    expect(prices?.field).not.toHaveProperty('min');
  });

  test('a count, a whole number', () => {
    for (const way of ['count', 'distinct'] as const)
      expect(memberOf('x', { x: { ...total, function: way, field: 'item' } })?.field.type).toBe('integer');
  });

  test('the first of some, one of them', () => {
    expect(memberOf('x', { x: { ...total, function: 'first', field: 'item' } })?.field.type).toBe('text');
  });

  test('what is looked up, the field that it leads to, options included', () => {
    const member = memberOf('x', { x: { type: 'looked_up', via: 'customer', field: 'grade', label: 'Grade' } });
    expect(member?.field).toMatchObject({ type: 'select', options: 'grade', label: 'Grade' });
    const lead = memberOf('x', { x: { type: 'looked_up', via: 'parent.customer', field: 'lead' } });
    expect(lead?.relation).toMatchObject({ kind: 'one', entity: 'user' });
  });

  test('what is looked up, without the conditions about the record that it was declared for', () => {
    const due_while = { '==': [{ var: 'name' }, 'open'] };
    const due = entity('task', { name: 'text', at: { type: 'date', due_while } });
    const fields = { task: { type: 'lookup', entity: 'task' }, at: { type: 'looked_up', via: 'task', field: 'at' } };
    const validation = validate([due, entity('note', fields as Parameters<typeof entity>[1])]);
    const body = validation.ok ? validation.metadata.entities.get('note') : undefined;
    expect(body && membersOf(body).get('at')?.field).toEqual({ type: 'date', read_only: true });
  });

  test('one that leads to another one, what that one is', () => {
    const member = memberOf('y', { x: total, y: { type: 'looked_up', via: 'parent', field: 'x' } });
    expect(member?.field).toMatchObject({ type: 'currency', precision: 30 });
  });
});

describe('It is refused', () => {
  test('where it leads to itself, with the way', () => {
    const circle = {
      a: { type: 'formula', returns: 'integer', expression: { '+': [{ var: 'b' }, 1] } },
      b: { type: 'formula', returns: 'integer', expression: { var: 'parent.a' } },
    } as const;
    const validation = validate([line, customer, grade, order(circle)]);
    const said = validation.ok ? [] : validation.problems.map(({ message }) => message);
    expect(said).toContain('This field is worked out from itself: order.a → order.b → order.a.');
    expect(said).toHaveLength(2);
  });

  test('where the result is of another type, at the expression', () => {
    const problems = problemsOf({ x: { type: 'formula', returns: 'date', expression: { var: 'name' } } });
    expect(problems).toEqual(['/fields/x/expression result_type']);
  });

  test('where it says how it is written', () => {
    const problems = problemsOf({ x: { ...total, required: true, default: 1, unique: true, read_only: false } });
    expect(problems.sort()).toEqual(
      ['default', 'read_only', 'required', 'unique'].map((member) => `/fields/x/${member} never_written`),
    );
  });

  test.each<readonly [string, Parameters<typeof entity>[1][string], readonly string[]]>([
    ['a scale of text', { type: 'formula', returns: 'text', scale: 2, expression: 'a' }, ['/scale not_of_result']],
    ['a choice without options', { type: 'formula', returns: 'select', expression: 'a' }, [' missing_member']],
    [
      'an unknown option set',
      { type: 'formula', returns: 'select', options: 'no', expression: 'a' },
      ['/options unknown_option_set'],
    ],
    ['a path that is no look-up', { type: 'looked_up', via: 'name', field: 'x' }, ['/via not_a_relation']],
    ['a field that is not there', { type: 'looked_up', via: 'customer', field: 'nam' }, ['/field unknown_field']],
    ['rows of an entity that is not there', { ...total, from: 'lines' }, ['/from unknown_entity']],
    ['rows that do not lead here', { ...total, via: 'item' }, ['/via not_a_lookup_to']],
    ['a sum of texts', { ...total, field: 'item' }, ['/field not_measurable']],
    ['a sum of nothing', { type: 'rollup', from: 'line', via: 'order', function: 'sum' }, ['/function needs_field']],
    ['a sum of different currencies', { ...total, field: 'paid' }, ['/field mixed_currencies']],
    ['a filter that is no condition', { ...total, filter: { var: 'nothing' } }, ['/filter/var unknown_field']],
    ['a way down that is none', { ...total, below: 'customer' }, ['/below not_a_lookup_to']],
    [
      'an index on what others decide',
      { type: 'looked_up', via: 'customer', field: 'name', indexed: true },
      ['/indexed not_indexable'],
    ],
    [
      'an index on what the clock decides',
      { type: 'formula', returns: 'date', expression: { var: '$today' }, indexed: true },
      ['/indexed not_indexable'],
    ],
    [
      'an index on what PostgreSQL asks a sub-query for',
      { type: 'formula', returns: 'decimal', expression: { average: [1, 2] }, indexed: true },
      ['/indexed not_indexable'],
    ],
    ['an index on what lies below', { ...total, below: 'parent', indexed: true }, ['/indexed not_indexable']],
  ])('for %s', (_, field, codes) => {
    expect(problemsOf({ x: field })).toEqual(codes.map((code) => `/fields/x${code}`));
  });

  test('as title, in search and in indexes: it has no column that others write', () => {
    const x = { type: 'formula', returns: 'text', expression: { var: 'name' } } as const;
    const problems = problemsOf({ x }, { title: 'x', search: ['x'], indexes: { by_x: { fields: ['x'] } } });
    expect(problems).toEqual(['/title unfit_title', '/search/0 not_searchable', '/indexes/by_x/fields/0 not_stored']);
  });
});

test('It may stand in views, be sorted by, and be gathered again', () => {
  const by = view('orders', 'order', ['name', 'total', 'customer_grade'], { sort: ['-total'] });
  const fields = { total, customer_grade: { type: 'looked_up', via: 'customer', field: 'grade' } } as const;
  const more = entity('batch', {
    name: 'text',
    orders: { type: 'rollup', from: 'order', via: 'batch', function: 'sum', field: 'total' },
  });
  const validation = validate([
    line,
    customer,
    grade,
    order({ ...fields, batch: { type: 'lookup', entity: 'batch' } }),
    more,
    by,
  ]);
  expect(validation.ok ? [] : validation.problems).toEqual([]);
});
