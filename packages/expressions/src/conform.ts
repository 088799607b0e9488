// Puts a typed operand into a place of a certain type: literals are read as that type, dates become datetimes, values become
// conditions or text. What does not fit is told as a problem without its place.
import type { ProblemCode } from './messages.ts';
import { asText, asTruth, dateAsDatetime, datetimeAsDate } from './operators/conversions.ts';
import { parsePattern } from './pattern/parse-pattern.ts';
import type { Parameter, TypedExpression } from './typed.ts';
import type { Problem, ValueType } from './types.ts';
import { periods, units } from './values/dates.ts';
import { readDatePattern } from './values/date-pattern.ts';
import { clockUnits } from './values/elapsed.ts';
import { isNumeric } from './values/numbers.ts';
import { readValue } from './values/json.ts';

export interface Unfit {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly params: Problem['params'];
  /** Which member of a list it is about. */
  readonly item?: number;
}

export type Conformed = { readonly ok: true; readonly node: TypedExpression } | Unfit;

/** How a text literal of each type is written; no other type is read from text. */
const examples: { readonly [type in ValueType]?: string } = {
  date: '2026-03-31',
  datetime: '2026-03-31T09:30:00Z',
  time: '09:30',
  id: '0198c0de-0000-7000-8000-000000000000',
  number: '12.50',
};

const wholeLimit = 1_000_000;

/** `common` is what T, or key, stands for among the operands at hand. */
export function conform(
  node: TypedExpression,
  parameter: Exclude<Parameter, 'calendar'>,
  common: ValueType,
): Conformed {
  switch (parameter) {
    case 'any':
      return fits(node);
    case 'truth':
      return fits(asTruth(node));
    case 'T':
      return conformTo(node, common);
    case 'key':
      return node.type === 'null' ? unfit('scalar', node) : conformTo(node, common);
    case 'T[]':
      return conformList(node, common);
    case 'members':
      return conformMembers(node, common);
    case 'name':
      return node.kind === 'literal' && node.type === 'text' ? fits(node) : unfit('name', node);
    case 'field':
      return node.kind === 'literal' ? unfit('field', node) : fits(node);
    case 'printable': {
      const text = asText(node);
      return text === undefined ? unfit('scalar', node) : fits(text);
    }
    case 'day':
      return node.type === 'datetime' ? fits(datetimeAsDate(node)) : conformTo(node, 'date');
    case 'whole':
      return isWhole(node) ? fits(node) : unfit('whole', node);
    case 'unit':
      return conformWord(node, units, [...units, ...clockUnits]);
    case 'clock_unit':
      return conformWord(node, clockUnits, [...units, ...clockUnits]);
    case 'period':
      return conformWord(node, periods, periods);
    case 'pattern':
      return conformPattern(node);
    case 'date_pattern':
      return conformDatePattern(node);
    default:
      return conformTo(node, parameter);
  }
}

export function conformTo(node: TypedExpression, type: ValueType): Conformed {
  const item = itemOf(type);
  if (item !== undefined && node.kind === 'list') return conformList(node, item);
  if (node.type === type) return fits(node);
  if (node.type === 'null') return fits({ kind: 'literal', value: null, type });
  if (node.type === 'date' && type === 'datetime') return fits(dateAsDatetime(node));
  const example = examples[type];
  if (node.kind !== 'literal' || typeof node.value !== 'string' || node.type !== 'text' || example === undefined) {
    return unfit(type, node);
  }
  const value = readValue(node.value, type);
  if (value !== null) return fits({ kind: 'literal', value, type });
  const day = type === 'datetime' ? readValue(node.value, 'date') : null;
  if (day !== null) return fits(dateAsDatetime({ kind: 'literal', value: day, type: 'date' }));
  return { ok: false, code: 'operand_value', params: { value: node.value, expected: type, example } };
}

/** The type of a list's members. */
export function itemOf(type: ValueType): ValueType | undefined {
  if (type === 'text[]') return 'text';
  if (type === 'number[]') return 'number';
  return type === 'id[]' ? 'id' : undefined;
}

/** A list of such members; `json` where the language has no type for it. */
export function listOf(item: ValueType): ValueType {
  if (item === 'text' || item === 'null') return 'text[]';
  if (item === 'number') return 'number[]';
  return item === 'id' ? 'id[]' : 'json';
}

function conformList(node: TypedExpression, item: ValueType): Conformed {
  if (node.kind !== 'list') {
    if (node.type === 'null') return fits({ kind: 'literal', value: null, type: listOf(item) });
    return itemOf(node.type) === item ? fits(node) : unfit(node.type.endsWith('[]') ? listOf(item) : 'list', node);
  }
  const items: TypedExpression[] = [];
  for (const [index, member] of node.items.entries()) {
    const conformed = conformTo(member, item);
    if (!conformed.ok) return { ...conformed, item: index };
    items.push(conformed.node);
  }
  return fits({ kind: 'list', items, item, type: listOf(item) });
}

/** A single value, null too, becomes the list of it. */
function conformMembers(node: TypedExpression, item: ValueType): Conformed {
  if (isListed(node)) return conformList(node, item);
  const conformed = conformTo(node, item);
  if (!conformed.ok) return conformed;
  return fits({ kind: 'list', items: [conformed.node], item, type: listOf(item) });
}

export function isListed(node: TypedExpression): boolean {
  return node.kind === 'list' || itemOf(node.type) !== undefined;
}

/** `known` are those that some operand could be here. */
function conformWord(node: TypedExpression, words: readonly string[], known: readonly string[]): Conformed {
  if (node.kind !== 'literal' || typeof node.value !== 'string') return unfit('unit', node);
  if (words.includes(node.value)) return fits(node);
  return {
    ok: false,
    code: 'operand_value',
    params: { value: node.value, expected: 'unit', example: known.join(', ') },
  };
}

function conformPattern(node: TypedExpression): Conformed {
  if (node.kind !== 'literal' || typeof node.value !== 'string' || node.type !== 'text') return unfit('pattern', node);
  const parsed = parsePattern(node.value);
  if (parsed.ok) return fits(node);
  const { position, reason } = parsed;
  return { ok: false, code: 'bad_pattern', params: { position, reason } };
}

function conformDatePattern(node: TypedExpression): Conformed {
  if (node.kind !== 'literal' || typeof node.value !== 'string' || node.type !== 'text') {
    return unfit('date_pattern', node);
  }
  const read = readDatePattern(node.value);
  return read.ok ? fits(node) : { ok: false, code: 'bad_date_pattern', params: { value: read.value } };
}

function isWhole(node: TypedExpression): boolean {
  return (
    node.kind === 'literal' &&
    isNumeric(node.value) &&
    Number.isInteger(node.value) &&
    Math.abs(Number(node.value)) <= wholeLimit
  );
}

function fits(node: TypedExpression): Conformed {
  return { ok: true, node };
}

export function unfit(expected: string, node: TypedExpression): Unfit {
  return { ok: false, code: 'operand_type', params: { expected, actual: node.kind === 'list' ? 'list' : node.type } };
}
