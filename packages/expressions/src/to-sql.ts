// Typed tree → SQL. Literals become parameters, so that expressions of one shape share one text; comparisons stay bare, so that
// indexes serve them. A condition may come out null for false, except where somebody could tell the difference.
import { eachSql, foldSql, type Inner, type Translate } from './each-sql.ts';
import type { Resolve } from './resolve.ts';
import { join, raw, sql, type Sql } from './sql.ts';
import { asTruth } from './operators/conversions.ts';
import { postgresType } from './postgres-type.ts';
import { briefSql } from './kept.ts';
import type { MemberName } from './each.ts';
import type { Operand } from './operand.ts';
import type { Signature, TypedExpression } from './typed.ts';
import type { ValueType } from './types.ts';
import { isNumeric, printNumber } from './values/numbers.ts';

export type { Resolve, RowsSql } from './resolve.ts';

/** A value; conditions in it are true or false, never null. */
export function toSql(typed: TypedExpression, resolve: Resolve): Sql {
  return value(typed, resolve);
}

/** For a `where`: what is not true does not match. Parts of an `and` stand side by side; only `and` may join more to it. */
export function toPredicateSql(typed: TypedExpression, resolve: Resolve): Sql {
  const parts = conjuncts(asTruth(typed));
  if (parts.length === 0) return raw('true');
  return join(
    parts.map((part) => condition(part, resolve)),
    ' and ',
  );
}

function value(node: TypedExpression, resolve: Inner): Sql {
  switch (node.kind) {
    case 'literal':
      return literal(node.value, node.type);
    case 'list':
      return list(node.items, node.item, resolve);
    case 'var': {
      const found = variable(node.path, node.type, resolve);
      return node.brief === true ? sql`(${briefSql(found, node.type)})` : found;
    }
    case 'call': {
      const { signature } = node;
      if (signature.gives !== 'boolean') return call(signature, node.args, resolve);
      const inner = call(signature, node.args, resolve);
      return signature.exact === true ? sql`(${inner})` : sql`((${inner}) is true)`;
    }
    case 'each': {
      const inner = eachSql(node, resolve, translate);
      return node.type === 'boolean' ? sql`((${inner}) is true)` : inner;
    }
    case 'fold':
      return foldSql(node, resolve, translate);
    case 'member':
      return memberSql(node.name, resolve);
  }
}

/** May be null for false. */
function condition(node: TypedExpression, resolve: Inner): Sql {
  if (node.kind === 'each' && node.type === 'boolean') return eachSql(node, resolve, translate);
  return node.kind === 'call' && node.signature.gives === 'boolean'
    ? call(node.signature, node.args, resolve)
    : value(node, resolve);
}

function call(signature: Signature, args: readonly TypedExpression[], resolve: Inner): Sql {
  const nodes = signature.name === 'and' ? args.flatMap(conjuncts) : args;
  const besideNumeric = nodes.some((node) => node.kind === 'var' && resolve.isNumeric?.(node.path) === true);
  const operands = nodes.map((node, index) =>
    operand({ signature, node, index, count: nodes.length, besideNumeric, resolve }),
  );
  const { repeats = [] } = signature;
  const isPlain = repeats === 'all' ? nodes.every(isSmall) : repeats.every((index) => isSmall(nodes[index]));
  if (isPlain) return signature.sql(operands, nodes);
  // An operand that is named twice is computed once, and its text does not double with every level; without `offset` the planner
  // would put it back in both places.
  const names = operands.map((_, index) => `operand_${index + 1}`);
  const columns = operands.map((part, index) => sql`${part} as ${raw(names[index] ?? '')}`);
  return sql`(select ${signature.sql(names.map(raw), nodes)} from (select ${join(columns, ', ')} offset 0) as operands)`;
}

function operand(place: {
  readonly signature: Signature;
  readonly node: TypedExpression;
  readonly index: number;
  readonly count: number;
  readonly besideNumeric: boolean;
  readonly resolve: Inner;
}): Sql {
  const { signature, node, index, count, besideNumeric, resolve } = place;
  const parameter = index < signature.takes.most ? signature.takes.at(index, count) : 'text';
  if (parameter === 'truth') return condition(node, resolve);
  const asDecimal = parameter === 'number' || (besideNumeric && node.kind === 'literal' && node.type === 'number');
  return asDecimal ? decimal(node, resolve) : value(node, resolve);
}

/** Sums are done on numeric: integers would overflow, and drop what a division leaves. */
function decimal(node: TypedExpression, resolve: Inner): Sql {
  if (node.kind === 'literal')
    return node.value === null ? raw('null::numeric') : sql`${bindable(node.value)}::numeric`;
  const inner = value(node, resolve);
  return isDecimal(node) ? inner : sql`${inner}::numeric`;
}

function isDecimal(node: TypedExpression): boolean {
  if (node.kind === 'call') return node.signature.gives === 'number';
  return node.kind === 'each' ? node.each.gives === 'number' : node.kind !== 'var';
}

function literal(constant: Operand, type: ValueType): Sql {
  return constant === null ? raw(`null::${postgresType(type)}`) : sql`${bindable(constant)}::${cast(type, [constant])}`;
}

function list(items: readonly TypedExpression[], item: ValueType, resolve: Inner): Sql {
  const constants = items.flatMap((member) => (member.kind === 'literal' ? [member.value] : []));
  if (constants.length === items.length) return sql`${constants.map(bindable)}::${cast(item, constants)}[]`;
  const members = items.map((member) => value(member, resolve));
  return sql`array[${join(members, ', ')}]::${raw(postgresType(item))}[]`;
}

function variable(path: readonly string[], type: ValueType, resolve: Inner): Sql {
  const found = resolve(path);
  return path[0]?.startsWith('$') && path[0] !== '$record' ? sql`${found}::${raw(postgresType(type))}` : found;
}

/** Whole numbers go as bigint, which the indexes of integer and numeric columns both answer; see `isNumeric` of `Resolve`. */
function cast(type: ValueType, constants: readonly Operand[]): Sql {
  const isWhole =
    type === 'number' && constants.every((constant) => constant === null || Number.isSafeInteger(constant));
  return raw(isWhole ? 'bigint' : postgresType(type));
}

function bindable(constant: Operand): unknown {
  return isNumeric(constant) ? printNumber(constant) : constant;
}

/** The parts of an `and`, and of the ands in it. */
function conjuncts(node: TypedExpression): readonly TypedExpression[] {
  return node.kind === 'call' && node.signature.name === 'and' ? node.args.flatMap(conjuncts) : [node];
}

/** Short enough to be written twice: a name, a constant, or an operator on these. */
function isSmall(node: TypedExpression | undefined): boolean {
  switch (node?.kind) {
    case 'each':
    case 'fold':
      return false;
    case 'list':
      return node.items.every((item) => item.kind === 'literal');
    case 'call':
      return node.args.every((arg) => arg.kind === 'literal' || arg.kind === 'var' || arg.kind === 'member');
    default:
      return true;
  }
}

function memberSql(name: MemberName, { member }: Inner): Sql {
  if (member === undefined) throw new Error('There is no list around a member.');
  return member(name);
}

/** For what goes through rows and lists, whose parts are expressions again. */
const translate: Translate = { value, condition, number: decimal, isSmall };
