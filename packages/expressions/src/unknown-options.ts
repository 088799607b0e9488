// A constant that is held against a field of options is one of their values. Their labels, and values misspelt, would be equal to
// nothing in any record, and nobody would be told.
import type { Expression } from './ast.ts';
import type { Misfit } from './match-operator.ts';
import { optionsAt, type Names } from './names.ts';
import type { Option } from './scope.ts';
import { suggest } from './suggest.ts';
import type { Signature, TypedExpression } from './typed.ts';

/** `args`: the operands of `node` as they are written. */
export function unknownOptions(node: TypedExpression, args: readonly Expression[], names: Names): readonly Misfit[] {
  if (node.kind !== 'call' || node.signature.compares !== true) return [];
  const [first = [], ...others] = comparedBy(node.signature, args);
  const against = others.flat();
  return [...misfitsOf(first, optionsOf(against, names)), ...misfitsOf(against, optionsOf(first, names))];
}

/** An operand, or an item of one. */
interface Part {
  readonly expression: Expression;
  readonly operand: number;
  readonly item?: number;
}

function comparedBy({ takes }: Signature, args: readonly Expression[]): readonly (readonly Part[])[] {
  const hasKeys = takes.at(0, args.length) === 'key';
  return args.flatMap((expression, operand) =>
    hasKeys && takes.at(operand, args.length) !== 'key' ? [] : [partsOf(expression, operand)],
  );
}

function partsOf(expression: Expression, operand: number): readonly Part[] {
  if (expression.kind !== 'list') return [{ expression, operand }];
  return expression.items.map((each, item) => ({ expression: each, operand, item }));
}

/** Those of all fields among the parts; undefined where something else is among them, which may have any value. */
function optionsOf(parts: readonly Part[], names: Names): readonly Option[] | undefined {
  const fields = parts.filter(({ expression }) => expression.kind !== 'literal');
  const options = fields.map(({ expression }) =>
    expression.kind === 'var' ? optionsAt(expression.path, names) : undefined,
  );
  return options.length > 0 && options.every((each) => each !== undefined) ? options.flat() : undefined;
}

function misfitsOf(parts: readonly Part[], options: readonly Option[] | undefined): readonly Misfit[] {
  if (options === undefined) return [];
  return parts.flatMap(({ expression, operand, item }) => {
    if (expression.kind !== 'literal' || expression.value === null) return [];
    const written = String(expression.value);
    if (options.some(({ value }) => value === written)) return [];
    const params = { name: written.slice(0, 60), ...wayOut(written, options) };
    return [{ code: 'unknown_option', params, operand, ...(item !== undefined && { item }) }];
  });
}

const mostTold = 20;

function wayOut(written: string, options: readonly Option[]): Misfit['params'] {
  const suggestion = meant(written, options);
  if (suggestion !== undefined) return { suggestion };
  const told = options.slice(0, mostTold).map(({ value }) => `"${value}"`);
  return { known: [...told, ...(options.length > mostTold ? ['…'] : [])].join(', ') };
}

/** By its label before its likeness, and a label that is spelt alike last. */
function meant(written: string, options: readonly Option[]): string | undefined {
  const word = folded(written);
  const called = options.find(({ value, labels }) => [...labels, value].some((name) => folded(name) === word));
  if (called !== undefined || word === '') return called?.value;
  const near = suggest(
    word.slice(0, 60),
    options.flatMap(({ value, labels }) => [value, ...labels].map(folded)),
  );
  return options.find(({ value, labels }) => [value, ...labels].some((name) => folded(name) === near))?.value;
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
