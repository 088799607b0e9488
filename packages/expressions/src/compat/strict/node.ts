// A part of an untyped rule in the strict language: what is written, its type, and whether it may be null. Undefined wherever there is
// nothing in the strict language that gives the same for every record.
import type { Value, ValueType } from '../../types.ts';
import { RuleError } from '../failure.ts';
import { numberOf } from '../values.ts';

export interface Node {
  readonly json: Value;
  readonly type: ValueType;
  readonly isNullable: boolean;
  /** It is written out, not worked out. */
  readonly isConstant?: true;
}

/** What names mean at a place in a rule. */
export interface Names {
  typeOf(path: readonly string[]): { readonly type: ValueType; readonly isNullable: boolean } | undefined;
  rowsOf(path: readonly string[]): Names | undefined;
}

export interface Call {
  readonly operands: readonly unknown[];
  readonly names: Names;
  inStrict(rule: unknown, names?: Names): Node | undefined;
  /** Where it is only asked whether it is true. */
  asCondition(rule: unknown, names?: Names): Node | undefined;
}

export interface Translations {
  readonly [operator: string]: (call: Call) => Node | undefined;
}

export const nothing: Node = { json: null, type: 'null', isNullable: true, isConstant: true };

export function certain(json: Value, type: ValueType): Node {
  return { json, type, isNullable: false };
}

export function allOf<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** As the untyped language sees numbers: null, false and blank text are 0. Of texts only those that are written out can be told. */
export function asNumber(node: Node): Node | undefined {
  if (node.isConstant) return constantNumber(node.json);
  if (node.type === 'boolean') return certain({ if: [node.json, 1, 0] }, 'number');
  if (node.type !== 'number') return undefined;
  return node.isNullable ? certain({ coalesce: [node.json, 0] }, 'number') : node;
}

export function asText({ json, type, isNullable }: Node): Node | undefined {
  if (type === 'null') return certain('', 'text');
  if (type === 'text' && !isNullable) return certain(json, type);
  return type === 'text' || type === 'number' || type === 'boolean' ? certain({ cat: [json] }, 'text') : undefined;
}

/** The one type of them all, null going with any. */
export function commonType(nodes: readonly Node[]): ValueType | undefined {
  const types = new Set(nodes.map(({ type }) => type).filter((type) => type !== 'null'));
  const [type = 'null'] = types;
  return types.size > 1 ? undefined : type;
}

function constantNumber(json: Value): Node | undefined {
  try {
    return { ...certain(numberOf(json), 'number'), isConstant: true };
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}
