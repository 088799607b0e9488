// == != === !== < <= > >= of numbers, of texts and of dates, chained. Null is 0 beside a number, and equal to null alone beside a text.
import { isDate } from '../../values/dates.ts';
import type { Value, ValueType } from '../../types.ts';
import { allOf, asNumber, certain, type Call, type Node, type Translations } from './node.ts';

type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export const comparison: Translations = {
  '==': (call) => chained(call, loosely('==')),
  '!=': (call) => chained(call, loosely('!=')),
  '===': (call) => chained(call, strictly('==')),
  '!==': (call) => chained(call, strictly('!=')),
  '<': (call) => chained(call, loosely('<')),
  '<=': (call) => chained(call, loosely('<=')),
  '>': (call) => chained(call, loosely('>')),
  '>=': (call) => chained(call, loosely('>=')),
};

type Pair = (left: Node, right: Node) => Value | undefined;

function chained({ operands, inStrict }: Call, pair: Pair): Node | undefined {
  const nodes = allOf(operands.map((operand) => inStrict(operand)));
  if (nodes === undefined || nodes.length < 2) return undefined;
  const pairs = allOf(nodes.slice(1).map((right, index) => nodes[index] && pair(nodes[index], right)));
  return pairs && certain(pairs.length === 1 ? (pairs[0] ?? null) : { and: pairs }, 'boolean');
}

function loosely(comparison: Comparison): Pair {
  return (left, right) => {
    if (isAlike(left, right)) return ofOneType(comparison, left, right);
    const text = [left, right].find(({ type }) => standsAsText.has(type));
    // Null is no number beside a text that says one.
    if (text && (!text.isConstant || left.isNullable || right.isNullable))
      return besideNothing(comparison, left, right);
    const numbers = allOf([asNumber(left), asNumber(right)]);
    return numbers && { [comparison]: numbers.map(({ json }) => json) };
  };
}

/** Values of different types differ, but for two nulls. */
function strictly(comparison: '==' | '!='): Pair {
  return (left, right) => {
    if (left.type === 'null' || right.type === 'null') return asNull(comparison, left, right);
    if (left.type === right.type && isScalar(left)) return ofOneType(comparison, left, right);
    return isScalar(left) && isScalar(right) && !left.isNullable && !right.isNullable ? comparison === '!=' : undefined;
  };
}

/** Texts, or dates: a date stands in JSON as text that sorts alike. */
function isAlike(left: Node, right: Node): boolean {
  const isText = (node: Node) => node.type === 'text';
  const isDay = (node: Node) => node.type === 'date' || (node.isConstant === true && isDate(String(node.json)));
  return (
    (isText(left) && isText(right)) || ((left.type === 'date' || right.type === 'date') && isDay(left) && isDay(right))
  );
}

const standsAsText: ReadonlySet<ValueType> = new Set(['text', 'date', 'datetime', 'time', 'id']);

/** In the strict language two nulls are not equal; here they are. Any other order of null is an error here. */
function ofOneType(comparison: Comparison, left: Node, right: Node): Value {
  const compared = { [comparison]: [left.json, right.json] };
  const holdsForNulls = comparison === '==' || comparison === '<=' || comparison === '>=';
  if (!holdsForNulls || !left.isNullable || !right.isNullable) return compared;
  return { or: [compared, { and: [isNull(left), isNull(right)] }] };
}

/** The word null beside a text: it is equal to none but null. */
function besideNothing(comparison: Comparison, left: Node, right: Node): Value | undefined {
  return comparison === '==' || comparison === '!=' ? asNull(comparison, left, right) : undefined;
}

function asNull(comparison: '==' | '!=', left: Node, right: Node): Value | undefined {
  if (left.type === 'null' && right.type === 'null') return comparison === '==';
  if (left.type !== 'null' && right.type !== 'null') return undefined;
  return { [comparison]: [left.json, right.json] };
}

function isNull({ json }: Node): Value {
  return { '==': [json, null] };
}

function isScalar({ type }: Node): boolean {
  return type === 'number' || type === 'text' || type === 'boolean';
}
