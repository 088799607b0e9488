// What random expressions end in: names and values of a wanted type, over the columns of ./rows; and how operations are put together.
import fc, { type Arbitrary } from 'fast-check';
import type { ValueType } from '../types.ts';
import { columns, valueOf } from './rows.ts';

export const contextTypes: { readonly [path: string]: ValueType } = {
  '$user.id': 'id',
  '$user.name': 'text',
  '$user.level': 'number',
  '$user.admin': 'boolean',
  '$user.teams': 'id[]',
  '$old.title': 'text',
  '$old.price': 'number',
};

export const scalars: readonly ValueType[] = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'id'];
export const ordered: readonly ValueType[] = ['text', 'number', 'date', 'datetime', 'time'];
export const lists: readonly ValueType[] = ['text[]', 'number[]', 'id[]'];

export function leaf(type: ValueType): Arbitrary<unknown> {
  const variables = variable(type);
  if (type === 'json') return variables;
  return fc.oneof(
    { weight: 6, arbitrary: variables },
    { weight: 4, arbitrary: literal(type) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

export function variable(type: ValueType): Arbitrary<unknown> {
  const fields = Object.keys(columns).filter((name) => columns[name]?.type === type);
  const context = Object.keys(contextTypes).filter((path) => contextTypes[path] === type);
  const clock = type === 'date' ? ['$today'] : type === 'datetime' ? ['$now'] : [];
  const names = [...fields, ...fields, ...fields.map((name) => `$record.${name}`), ...context, ...clock];
  return fc.constantFrom(...names.map((name) => ({ var: name })));
}

function literal(type: ValueType): Arbitrary<unknown> {
  // Text that is to be another type adapts only beside something that has the type; here it is given one.
  if (type === 'date') return valueOf('date').map((value) => ({ coalesce: [value, { var: 'due' }] }));
  if (type === 'datetime') return valueOf('datetime').map((value) => ({ coalesce: [value, { var: 'seen_at' }] }));
  if (type === 'time') return valueOf('time').map((value) => ({ coalesce: [value, { var: 'opens' }] }));
  if (type === 'id') return valueOf('id').map((value) => ({ coalesce: [value, { var: 'owner' }] }));
  if (type === 'number')
    return valueOf('number').map((value) => (typeof value === 'string' ? { '+': [value] } : value));
  if (type === 'id[]') return valueOf('id[]').map((value) => ({ coalesce: [value, { var: 'readers' }] }));
  if (type === 'number[]') return valueOf('number[]').map((value) => ({ coalesce: [value, { var: 'scores' }] }));
  return valueOf(type);
}

/** How expressions of a type and depth are made. */
export type Make = (type: ValueType, depth: number) => Arbitrary<unknown>;

export function operation(names: readonly string[], operands: Arbitrary<readonly unknown[]>): Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...names), operands).map(([name, list]) => ({ [name]: list }));
}
