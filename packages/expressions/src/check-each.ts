// Operators that go through rows or a list, given typed: what they go through, and what they ask of each in the names that each
// has. What does not fit is told like the misfits of a signature, by the operand.
import type { Expression } from './ast.ts';
import { conform, conformTo, itemOf, listOf, unfit, type Conformed } from './conform.ts';
import type { Each } from './each.ts';
import { mostRowLevels } from './limits.ts';
import type { Matched, Misfit } from './match-operator.ts';
import { besideMember, optionsAt, rowsAt, type Names, type Rows } from './names.ts';
import { asTruth } from './operators/conversions.ts';
import type { Source, TypedExpression } from './typed.ts';
import type { ValueType } from './types.ts';

/** Types the operand at an index; undefined where there is a problem in it, which has been told then. */
export type TypeOperand = (index: number, names: Names) => TypedExpression | undefined;

export interface EachCall {
  readonly each: Each | 'fold';
  /** The operator has other signatures, for what is neither rows nor a list. */
  readonly hasOthers: boolean;
  readonly args: readonly Expression[];
  readonly names: Names;
  readonly typeOperand: TypeOperand;
}

/** `elsewhere`: the first operand is neither rows nor a list, and another signature may take it. Undefined: problems are told. */
export type EachMatched = Matched | 'elsewhere' | undefined;

export function matchEach(call: EachCall): EachMatched {
  const { each, hasOthers, args, names, typeOperand } = call;
  const [first] = args;
  const rows = first?.kind === 'var' ? rowsAt(first.path, names) : undefined;
  if (rows === 'too_deep') return misfit({ code: 'rows_too_deep', params: { limit: mostRowLevels }, operand: 0 });
  if (rows !== undefined) return throughRows(call, rows);
  if (first === undefined) return hasOthers ? 'elsewhere' : noneGiven(each);
  const typed = typeOperand(0, names);
  if (typed === undefined) return undefined;
  const list = typed.type === 'null' && !hasOthers ? conformTo(typed, 'text[]') : asList(typed);
  if (list === undefined) return hasOthers ? 'elsewhere' : misfit({ ...unfit('rows_or_list', typed), operand: 0 });
  if (!list.ok) return misfit({ ...list, operand: 0 });
  return each === 'fold' ? fold(call, list.node) : throughList(call, each, list.node);
}

function throughRows(call: EachCall, { path, names }: Rows): EachMatched {
  const { each } = call;
  if (each === 'fold' || each.through === 'members') {
    return misfit({ code: 'operand_type', params: { expected: 'list', actual: 'rows' }, operand: 0 });
  }
  return ask({ ...call, each, inside: names, source: { kind: 'rows', path } });
}

function throughList(call: EachCall, each: Each, list: TypedExpression): EachMatched {
  const [first] = call.args;
  const memberOptions = first?.kind === 'var' ? optionsAt(first.path, call.names) : undefined;
  const inside = besideMember({ member: memberOf(list).type }, call.names);
  return ask({
    ...call,
    each,
    inside: { ...inside, ...(memberOptions && { memberOptions }) },
    source: { kind: 'members', list },
  });
}

interface Asking extends EachCall {
  readonly each: Each;
  readonly inside: Names;
  readonly source: Source;
}

function ask({ each, args, typeOperand, inside, source }: Asking): EachMatched {
  const count = countOf(each, args.length, source.kind);
  if (count !== undefined) return count;
  const operands = args.slice(1).map((_, index) => typeOperand(index + 1, inside));
  if (!operands.every((operand) => operand !== undefined)) return undefined;
  const [written, condition] = each.value === undefined ? [undefined, operands[0]] : operands;
  const isMember = written === undefined && source.kind === 'members' && each.gives !== 'boolean';
  const value = isMember ? memberOf(source.list) : written;
  const conformed = value && conformValue(each, value);
  if (conformed?.ok === false) {
    return misfit({ ...conformed, operand: isMember ? 0 : 1 });
  }
  const reckoned = conformed?.node;
  const type = resultOf(each, reckoned?.type ?? 'null');
  return {
    ok: true,
    node: { kind: 'each', each, source, value: reckoned, condition: condition && asTruth(condition), type },
  };
}

function conformValue({ value, over = [] }: Each, node: TypedExpression): Conformed {
  if (value === 'number') return conform(node, 'number', 'number');
  const isAllowed = node.type === 'null' || over.length === 0 || over.includes(node.type);
  return isAllowed ? { ok: true, node } : unfit(over.includes('id') ? 'listed' : 'ordered', node);
}

function resultOf({ gives }: Each, value: ValueType): ValueType {
  if (gives === 'T') return value;
  return gives === 'T[]' ? listOf(value) : gives;
}

function fold({ args, names, typeOperand }: EachCall, list: TypedExpression): EachMatched {
  if (args.length !== 3) return wrongCount(args.length, 3, 3);
  const item = itemOf(list.type) ?? 'text';
  const written = typeOperand(2, names);
  if (written === undefined) return undefined;
  const type = written.type === 'null' ? item : written.type;
  const initial = foldable.includes(type) ? conformTo(written, type) : unfit('scalar', written);
  if (!initial.ok) {
    return misfit({ ...initial, operand: 2 });
  }
  const typed = typeOperand(1, besideMember({ current: item, accumulator: type }, names));
  if (typed === undefined) return undefined;
  const step = conformTo(typed, type);
  if (!step.ok) return misfit({ ...step, operand: 1 });
  return { ok: true, node: { kind: 'fold', list, step: step.node, initial: initial.node, type } };
}

/** One value is carried along, and no list: copying it in every step would have no end. */
const foldable: readonly ValueType[] = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'id'];

function memberOf(list: TypedExpression): TypedExpression {
  return { kind: 'member', name: 'member', type: itemOf(list.type) ?? 'text' };
}

/** A list of texts, numbers or ids; undefined for what is no list at all. What is written out takes the type of what is not. */
function asList(node: TypedExpression): Conformed | undefined {
  if (node.kind !== 'list') return itemOf(node.type) === undefined ? undefined : { ok: true, node };
  const known = node.items.filter(({ type }) => type !== 'null');
  const item = (known.find(({ kind }) => kind !== 'literal') ?? known[0])?.type ?? 'text';
  const type = listOf(item);
  if (itemOf(type) !== undefined) return conformTo(node, type);
  return { ok: false, code: 'operand_type', params: { expected: 'listed', actual: item } };
}

function countOf({ value, bare, condition }: Each, count: number, kind: Source['kind']): Matched | undefined {
  const values = value === undefined ? 0 : 1;
  const mayLack = bare === true && kind === 'members';
  const least = 1 + (mayLack ? 0 : values) + (condition === 'needed' ? 1 : 0);
  const most = 1 + values + (condition === undefined ? 0 : 1);
  return count >= least && count <= most ? undefined : wrongCount(count, least, most);
}

function noneGiven(each: EachCall['each']): EachMatched {
  return each === 'fold' ? wrongCount(0, 3, 3) : countOf(each, 0, 'rows');
}

function wrongCount(actual: number, least: number, most: number): Matched {
  const expected = least === most ? String(least) : `${least}–${most}`;
  return { ok: false, misfits: [{ code: 'operand_count', params: { actual, expected } }] };
}

function misfit({ code, params, operand, item }: Misfit): Matched {
  const about = item === undefined ? {} : { item };
  return { ok: false, misfits: [{ code, params, ...about, ...(operand === undefined ? {} : { operand }) }] };
}
