// What an editor is told of a computed field before it is published.
import { describe, expect, test } from 'vitest';
import { entity } from '../builders.ts';
import { validate } from '../validate.ts';
import { canBeGathered, type measureOf } from './gathered.ts';
import { judgeComputed } from './judge-field.ts';
import { withResults } from './results.ts';
import { declaredField, shownField } from './shown-field.ts';
import { membersOf } from '../members.ts';
import type { Field } from '../kinds.ts';

const line = entity('line', {
  order: { type: 'lookup', entity: 'order' },
  item: 'text',
  price: 'currency',
  paid: { type: 'currency', multi: true },
  due: { type: 'formula', returns: 'boolean', expression: { '<': [{ var: 'order.closed_on' }, { var: '$today' }] } },
});
const order = entity('order', { closed_on: 'date', parent: { type: 'lookup', entity: 'order' } });
const total: Field = { type: 'rollup', from: 'line', via: 'order', function: 'sum', field: 'price' };

/** The sound model with one field more, which need not be. */
function modelWith(name: string, field: Field) {
  const validation = validate([line, order]);
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems));
  const body = validation.metadata.entities.get('order');
  if (!body) throw new Error('order is missing');
  const entities = new Map(validation.metadata.entities);
  entities.set('order', { ...body, fields: { ...body.fields, [name]: field } });
  return withResults({ ...validation.metadata, entities });
}

const judged = (field: Field) => judgeComputed(modelWith('x', field), 'order', 'x');

describe('A computed field that is being made', () => {
  test('is judged by the model as it will be', () => {
    expect(judged(total)).toMatchObject({ result: { type: 'currency' }, isKept: true, circle: null, problems: [] });
  });

  test('is not kept where more than the records gathered decides', () => {
    expect(judged({ ...total, below: 'parent' })?.isKept).toBe(false);
    expect(judged({ ...total, filter: { var: 'due' } })?.isKept).toBe(false);
  });

  test('is told what is wrong at its place in the field', () => {
    const wrong = { ...total, field: 'item', filter: { '>': [{ var: 'prise' }, 1] } };
    const places = judged(wrong)?.problems.map(({ path, code }) => `${path} ${code}`);
    expect(places).toEqual(['/field not_measurable', '/filter/>/0/var unknown_field']);
  });

  test('is told the way by which it leads to itself', () => {
    const circle = judged({ type: 'formula', returns: 'integer', expression: { var: 'parent.x' } })?.circle;
    expect(circle?.map(({ field }) => field)).toEqual(['x', 'x']);
  });

  test('is none where its value is typed', () => {
    expect(judgeComputed(modelWith('x', { type: 'text' }), 'order', 'x')).toBeUndefined();
  });
});

test('what can be gathered depends on what is done with it', () => {
  const body = modelWith('x', total).entities.get('line');
  const fitting = (way: keyof typeof measureOf) =>
    [...(body ? membersOf(body) : [])].flatMap(([name, member]) =>
      member.origin === 'declared' && canBeGathered(member, way) ? [name] : [],
    );
  expect(fitting('sum')).toEqual(['price']);
  expect(fitting('first')).toEqual(['order', 'item', 'price', 'due']);
});

test('what is shown of a computed field leads back to what was declared', () => {
  const field = { ...total, label: 'Total', indexed: true } as const;
  const stored = modelWith('x', field).entities.get('order')?.fields['x'];
  expect(stored && shownField(stored)).toMatchObject({ type: 'currency', label: 'Total', computed: total });
  expect(stored && declaredField(shownField(stored))).toEqual(field);
});
