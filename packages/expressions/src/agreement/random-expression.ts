// Random JSONLogic of a wanted type, over the columns of ./rows, using every operator. What it makes is well typed, save where
// literals leave the type open.
import fc, { type Arbitrary } from 'fast-check';
import type { ValueType } from '../types.ts';
import { eachOf } from './random-each.ts';
import { calendar, dates, datetimes, day, times } from './random-dates.ts';
import { leaf, lists, operation, ordered, scalars, variable } from './random-leaf.ts';
import { numbers } from './random-numbers.ts';
import { farText, pattern, texts } from './random-texts.ts';
import { columns, valueOf } from './rows.ts';

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

function composite(type: ValueType, depth: number): readonly Arbitrary<unknown>[] {
  switch (type) {
    case 'boolean':
      return booleans(depth);
    case 'text':
      return texts(depth, expression);
    case 'number':
      return numbers(depth, expression);
    case 'date':
      return dates(depth, expression);
    case 'datetime':
      return datetimes(depth, expression);
    case 'time':
      return times(depth, expression);
    case 'text[]':
      return [
        operation(['missing'], fc.uniqueArray(name(), { maxLength: 3 })),
        operation(['missing'], fc.tuple(valueOf('text'), fc.constantFrom(...scalars, ...lists).chain(variable))),
        operation(['missing_some'], fc.tuple(expression('number', depth), fc.uniqueArray(name(), { maxLength: 3 }))),
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
    operation(['<', '<=', '>', '>='], fc.tuple(variable('text'), farText)),
    operation(['is_blank'], fc.tuple(anything)),
    operation(['==', '!='], fc.oneof(fc.tuple(anything, fc.constant(null)), fc.tuple(fc.constant(null), anything))),
    operation(['contains', 'starts_with', 'ends_with', 'in'], fc.tuple(text, text)),
    operation(['matches'], fc.tuple(text, pattern)),
    operation(['is_working_day'], fc.tuple(day(depth, expression), calendar)),
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
