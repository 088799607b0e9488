// What `default` of a field or `set` of a fill says: a value, or an expression that is worked out when it is wanted.
import { findOperator } from '@trellis/expressions/operators';
import { isObject } from './json.ts';
import type { Field } from './kinds.ts';

export type ValueOrExpression =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'expression'; readonly json: unknown };

export function defaultOf(field: Pick<Field, 'default'>): ValueOrExpression | undefined {
  return field.default === undefined ? undefined : valueOrExpression(field.default);
}

/** An object with exactly one member that is an operator's name is an expression; everything else is a value. */
export function valueOrExpression(written: unknown): ValueOrExpression {
  return isExpression(written) ? { kind: 'expression', json: written } : { kind: 'value', value: written };
}

function isExpression(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && (name === 'var' || findOperator(name) !== undefined);
}
