// Random JSONLogic of a wanted type, over the columns of ./rows, using every operator. What it makes is well typed, save where
// literals leave the type open.
import fc, { type Arbitrary } from 'fast-check';
import type { ValueType } from '../types.ts';
import { periods, units } from '../values/dates.ts';
import { eachOf } from './random-each.ts';
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

const scalars: readonly ValueType[] = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'id'];
const ordered: readonly ValueType[] = ['text', 'number', 'date', 'datetime', 'time'];
const lists: readonly ValueType[] = ['text[]', 'number[]', 'id[]'];

/** An arbitrary is made once for each type and depth: there are many ways down. */
const made = new Map<string, Arbitrary<unknown>>();

export function expression(type: ValueType, depth: number): Arbitrary<unknown> {
  const key = `${type} ${depth}`;
  const known = made.get(key) ?? makeExpression(type, depth);
  made.set(key, known);
  return known;
}

function makeExpression(type: ValueType, depth: number): Arbitrary<unknown> {
  if (depth <= 0) return leaf(type);
  const composites = composite(type, depth - 1);
  const chosen = fc.tuple(condition(depth - 1), expression(type, depth - 1), leaf(type));
  const anywhere = [
    chosen.map(([when, then, otherwise]) => ({ if: [when, then, otherwise] })),
    fc.tuple(condition(depth - 1), expression(type, depth - 1)).map(([when, then]) => ({ '?:': [when, then] })),
    fc.array(expression(type, depth - 1), { minLength: 1, maxLength: 3 }).map((values) => ({ coalesce: values })),
    expression(type, depth - 1).map((value) => ({ log: [value] })),
  ];
  const cases = fc
    .tuple(caseOf(depth - 1), fc.array(leaf(type), { minLength: 3, maxLength: 3 }), fc.nat({ max: 1 }))
    .map(([[value, ...keys], results, others]) => ({
      case: [value, ...keys.flatMap((key, index) => [key, results[index]]), ...results.slice(0, others)],
    }));
  const eachs = eachOf(type, depth - 1, { value: expression, condition });
  return fc.oneof({ weight: 2, arbitrary: leaf(type) }, cases, ...composites, ...composites, ...eachs, ...anywhere);
}

/** A value and what it is held against; the word null is no case. */
function caseOf(depth: number): Arbitrary<readonly unknown[]> {
  const written = (arbitrary: Arbitrary<unknown>) => arbitrary.filter((json) => json !== null);
  return fc
    .constantFrom(...scalars)
    .chain((type) =>
      fc.tuple(
        written(expression(type, depth)),
        written(beside(type, 0)),
        written(fc.oneof(variable(type), leaf(type))),
      ),
    );
}

/** Anything, seen as true or false. */
function condition(depth: number): Arbitrary<unknown> {
  const other = fc
    .constantFrom<ValueType>(...scalars, ...lists, 'json')
    .chain((type) => expression(type, Math.min(depth, 1)));
  return fc.oneof({ weight: 4, arbitrary: expression('boolean', depth) }, { weight: 1, arbitrary: other });
}

function leaf(type: ValueType): Arbitrary<unknown> {
  const variables = variable(type);
  if (type === 'json') return variables;
  return fc.oneof(
    { weight: 6, arbitrary: variables },
    { weight: 4, arbitrary: literal(type) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function variable(type: ValueType): Arbitrary<unknown> {
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

function composite(type: ValueType, depth: number): readonly Arbitrary<unknown>[] {
  const inside = (wanted: ValueType) => expression(wanted, depth);
  switch (type) {
    case 'boolean':
      return booleans(depth);
    case 'text':
      return [
        operation(['cat'], fc.array(fc.oneof(...scalars.map(inside), inside('text')), { minLength: 1, maxLength: 3 })),
        operation(['lower', 'upper', 'trim'], fc.tuple(inside('text'))),
        operation(['left', 'right', 'repeat'], fc.tuple(inside('text'), count(depth))),
        operation(['mid'], fc.tuple(inside('text'), count(depth), count(depth))),
        operation(['replace'], fc.tuple(inside('text'), leaf('text'), leaf('text'))),
        operation(['replace_matches'], fc.tuple(inside('text'), pattern(), leaf('text'))),
        operation(['to_text'], fc.tuple(fc.oneof(...scalars.map(inside)))),
        operation(['format_number'], fc.tuple(halves(depth), places(depth))),
        operation(['format_number'], fc.tuple(inside('number'))),
        operation(['substr'], fc.tuple(inside('text'), fc.integer({ min: -3, max: 4 }))),
        operation(
          ['substr'],
          fc.tuple(inside('text'), fc.integer({ min: -3, max: 4 }), fc.integer({ min: -3, max: 4 })),
        ),
      ];
    case 'number':
      return [
        operation(['+', '*', 'min', 'max'], fc.array(inside('number'), { minLength: 1, maxLength: 3 })),
        operation(['-', '/', '%'], fc.array(inside('number'), { minLength: 2, maxLength: 3 })),
        operation(['-'], fc.tuple(inside('number'))),
        operation(['round', 'round_half_even'], fc.tuple(inside('number'), places(depth))),
        operation(['round', 'round_half_even', 'floor', 'ceil', 'trunc', 'abs', 'sign'], fc.tuple(halves(depth))),
        operation(['power'], fc.tuple(inside('number'), exponent(depth))),
        operation(['sqrt'], fc.tuple(inside('number'))),
        operation(['average'], fc.array(inside('number'), { minLength: 1, maxLength: 3 })),
        operation(['length'], fc.tuple(inside('text'))),
        operation(['position'], fc.tuple(leaf('text'), inside('text'))),
        operation(['to_number'], fc.tuple(fc.oneof(numeral(), inside('text')))),
        operation(['year', 'month', 'day'], fc.tuple(day(depth))),
        operation(['date_diff'], fc.tuple(day(depth), day(depth))),
      ];
    case 'date':
    case 'datetime':
      return [
        operation(['date_add'], fc.tuple(inside(type), amount(depth), fc.constantFrom(...units))),
        operation(['start_of', 'end_of'], fc.tuple(inside(type), fc.constantFrom(...periods))),
        operation(['min', 'max'], fc.array(inside(type), { minLength: 1, maxLength: 3 })),
      ];
    case 'text[]':
      return [
        operation(['missing'], fc.uniqueArray(name(), { maxLength: 3 })),
        operation(['missing'], fc.tuple(valueOf('text'), fc.constantFrom(...scalars, ...lists).chain(variable))),
        operation(['missing_some'], fc.tuple(inside('number'), fc.uniqueArray(name(), { maxLength: 3 }))),
      ];
    default:
      return [];
  }
}

function name(): Arbitrary<string> {
  return fc.constantFrom(...Object.keys(columns));
}

function booleans(depth: number): readonly Arbitrary<unknown>[] {
  const pairOf = (types: readonly ValueType[]) =>
    fc.constantFrom(...types).chain((type) => fc.tuple(expression(type, depth), beside(type, depth)));
  const between = fc
    .constantFrom(...ordered)
    .chain((type) => fc.tuple(expression(type, depth), leaf(type), beside(type, depth)));
  const anything = fc.constantFrom<ValueType>(...scalars, ...lists, 'json').chain((type) => expression(type, depth));
  const text = expression('text', depth);
  return [
    operation(['and', 'or'], fc.array(condition(depth), { maxLength: 3 })),
    operation(['!', '!!'], fc.tuple(condition(depth))),
    operation(['==', '===', '!=', '!=='], pairOf(scalars)),
    operation(['<', '<=', '>', '>='], pairOf(ordered)),
    operation(['<', '<=', '>', '>='], between),
    operation(['is_blank'], fc.tuple(anything)),
    operation(['==', '!='], fc.oneof(fc.tuple(anything, fc.constant(null)), fc.tuple(fc.constant(null), anything))),
    operation(['contains', 'starts_with', 'ends_with', 'in'], fc.tuple(text, text)),
    operation(['matches'], fc.tuple(text, pattern())),
    membership(depth),
    fc
      .constantFrom(...lists)
      .chain((type) => operation(['has_any', 'has_all'], fc.tuple(expression(type, depth), bareList(type)))),
  ];
}

/** A partner for an operand of the type, whose literals are plain: they have to adapt. A date may stand by a datetime. */
function beside(type: ValueType, depth: number): Arbitrary<unknown> {
  const partners = [expression(type, depth), valueOf(type)];
  return fc.oneof(...partners, ...(type === 'datetime' ? [expression('date', depth)] : []));
}

function membership(depth: number): Arbitrary<unknown> {
  const written = fc
    .constantFrom(...scalars)
    .chain((type) =>
      fc.tuple(expression(type, depth), fc.array(fc.oneof(valueOf(type), variable(type)), { maxLength: 4 })),
    );
  const pairs: readonly (readonly [ValueType, ValueType])[] = [
    ['text', 'text[]'],
    ['number', 'number[]'],
    ['id', 'id[]'],
  ];
  const kept = fc.constantFrom(...pairs).chain(([item, list]) => fc.tuple(expression(item, depth), variable(list)));
  return operation(['in'], fc.oneof(written, kept));
}

function bareList(type: ValueType): Arbitrary<unknown> {
  return fc.oneof(valueOf(type), variable(type));
}

function day(depth: number): Arbitrary<unknown> {
  return fc.oneof(expression('date', depth), expression('datetime', depth));
}

function amount(depth: number): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -50, max: 50 }),
    fc.constantFrom(4_000, -4_001, 1_461_001, 1.9, -1.9),
    expression('number', depth),
  );
}

function places(depth: number): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -3, max: 6 }),
    fc.constantFrom(12, 13, -12, -13, 1.9, -1.9),
    expression('number', Math.min(depth, 1)),
  );
}

function count(depth: number): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -2, max: 5 }),
    fc.constantFrom(1.9, -0.9),
    expression('number', Math.min(depth, 1)),
  );
}

function numeral(): Arbitrary<unknown> {
  return fc.constantFrom(
    ' 12 ',
    '-1.50',
    '+.5',
    '5.',
    '.',
    '1e5',
    '1,000',
    '０',
    '1'.repeat(60),
    '1'.repeat(61),
    '0x1',
    '--1',
    '1\n',
  );
}

function pattern(): Arbitrary<unknown> {
  return fc.constantFrom('^a', '[A-Z_]+', '\\d{2,}', '😀|华.', '\\s*$', '(a|b)?', '[^0-9a-z]');
}

/** Numbers, and many that lie in the middle between two whole ones. */
function halves(depth: number): Arbitrary<unknown> {
  const half = fc.integer({ min: -9, max: 9 }).map((twice) => twice / 2);
  return fc.oneof(
    half,
    half.map((value) => ({ '+': [value, { var: 'pages' }] })),
    expression('number', depth),
  );
}

function exponent(depth: number): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -5, max: 20 }),
    fc.constantFrom(0.5, -0.5, 1.5, 0.333, 41, 1_000_000, '1'.repeat(59)),
    expression('number', Math.min(depth, 1)),
  );
}

function operation(names: readonly string[], operands: Arbitrary<readonly unknown[]>): Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...names), operands).map(([name, list]) => ({ [name]: list }));
}
