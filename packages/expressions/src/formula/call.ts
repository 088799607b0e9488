// Reads a function with its operands: an operator, a word of the context, or OLD. Within what goes through the rows of a child
// table, names are those of the row.
import type { Expression } from '../ast.ts';
import { namesBegin } from '../missing-operands.ts';
import { findOperator } from '../operators/registry.ts';
import { suggest } from '../suggest.ts';
import { allFunctions, findFunction, type FormulaFunction } from './functions.ts';
import { readItems } from './items.ts';
import { make, rangeOf, take, tell, type Read, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';

/** A name in backticks is that of an operator as JSONLogic writes it. */
export function readCall(reading: Reading, read: Read): Expression {
  const name = take(reading);
  const means = name.kind === 'name' ? operatorCalled(name.text) : findFunction(name.text)?.means;
  if (means === undefined) tellUnknown(reading, name);
  if (means === 'old') return readOld(reading, read, name);
  if (means !== undefined && 'op' in means) return readOperator(reading, read, { name, op: means.op });
  const operands = readItems(reading, read);
  if (means === undefined) return make(reading, nothing(), name.offset);
  if (operands.length > 0) tellAbout(reading, name, 'no_operands');
  return make(reading, { kind: 'var', path: means.path }, name.offset);
}

function operatorCalled(op: string): FormulaFunction['means'] | undefined {
  return findOperator(op) === undefined ? undefined : { op };
}

function readOld(reading: Reading, read: Read, name: Token): Expression {
  const fields = reading.record?.find((field) => field.name === '$old')?.fields?.() ?? reading.record;
  const [field, another] = within(reading, fields, () => readItems(reading, read));
  const isField = field?.kind === 'var' && field.path.length > 0 && !field.path[0]?.startsWith('$');
  if (isField && another === undefined)
    return make(reading, { kind: 'var', path: ['$old', ...field.path] }, name.offset);
  tellAbout(reading, name, 'old_takes_a_field');
  return make(reading, nothing(), name.offset);
}

function readOperator(
  reading: Reading,
  read: Read,
  { name, op }: { readonly name: Token; readonly op: string },
): Expression {
  const each = findOperator(op)?.each;
  const takesValue = each !== undefined && each !== 'fold' && each.value !== undefined;
  const operands = within(reading, reading.here, () =>
    readItems(reading, read, (item, index) => {
      const rows = each === undefined || index > 0 ? undefined : reading.made.get(item)?.resolved?.rows;
      if (item.kind !== 'var' || rows === undefined) return [item];
      const isWhole = rows.names === item.path.length;
      if (isWhole || takesValue) reading.here = rows.fields;
      return isWhole || !takesValue ? [item] : apart(reading, item, rows.names);
    }),
  );
  const args = namesBegin.has(op) ? withFields(reading, operands, namesBegin.get(op)) : operands;
  return make(reading, { kind: 'call', op, args }, name.offset);
}

/** `SUM(lines.amount)` is the sum, over the lines, of the amount. */
function apart(reading: Reading, item: Extract<Expression, { kind: 'var' }>, names: number): readonly Expression[] {
  const from = reading.made.get(item)?.range.offset ?? 0;
  reading.made.delete(item);
  return [item.path.slice(0, names), item.path.slice(names)].map((path) => make(reading, { kind: 'var', path }, from));
}

/** MISSING("due") asks for the field due; see ../missing-operands.ts. */
function withFields(reading: Reading, operands: readonly Expression[], first = 0): readonly Expression[] {
  return operands.flatMap((operand, index): readonly Expression[] => {
    const next = operands[index + 1];
    const isAlone = index >= first && operand.kind === 'literal' && next?.kind !== 'var' && next?.kind !== 'call';
    if (!isAlone || typeof operand.value !== 'string' || !/^\$?\w+(\.\w+)*$/.test(operand.value)) return [operand];
    const made = reading.made.get(operand);
    const field: Expression = { kind: 'var', path: operand.value.split('.') };
    return [operand, make(reading, field, made?.range.offset ?? 0)];
  });
}

function within<T>(reading: Reading, here: Reading['here'], work: () => T): T {
  const before = reading.here;
  reading.here = here;
  const result = work();
  reading.here = before;
  return result;
}

function nothing(): Expression {
  return { kind: 'literal', value: null };
}

function tellAbout(reading: Reading, name: Token, code: 'no_operands' | 'old_takes_a_field'): void {
  tell(reading, { range: rangeOf(name), code, params: { function: name.text.toUpperCase() } });
}

function tellUnknown(reading: Reading, name: Token): void {
  const known = allFunctions().flatMap(({ names }) => [names.en, names['zh-CN']]);
  const suggestion = suggest(name.text.toUpperCase(), known);
  const params = { name: name.text, ...(suggestion === undefined ? {} : { suggestion }) };
  tell(reading, { range: rangeOf(name), code: 'unknown_function', params });
}
