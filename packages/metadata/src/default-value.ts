// What `default` of a field says: a value, or an expression that is worked out when a record is created.
import { findOperator } from '@trellis/expressions/operators';
import { isObject } from './json.ts';
import type { Field } from './kinds.ts';

export type DefaultValue =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'expression'; readonly json: unknown };

/** An object with exactly one member that is an operator's name is an expression; everything else is a value. */
export function defaultOf(field: Pick<Field, 'default'>): DefaultValue | undefined {
  const value: unknown = field.default;
  if (value === undefined) return undefined;
  return isExpression(value) ? { kind: 'expression', json: value } : { kind: 'value', value };
}

function isExpression(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && (name === 'var' || findOperator(name) !== undefined);
}
