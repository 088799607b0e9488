// Expression → text of a formula, in the one form that people are shown. What is printed is read as the same expression again, whatever
// the expression is; what formulas have no way of their own for stands in backticks, as metadata writes it.
import type { Expression } from '../ast.ts';
import type { Language } from '../messages.ts';
import { findOperator } from '../operators/registry.ts';
import { resolve, type Fields, type Resolved } from './fields.ts';
import { constants, functionOf } from './functions.ts';
import { layOut, type Layout } from './layout.ts';
import { printNumeral } from './numerals.ts';
import { printPath, type PathPrinting } from './print-path.ts';
import { signOf, strengths, type Sign } from './signs.ts';

export interface PrintOptions {
  /** Of function names; both are understood in either. */
  readonly language: Language;
  /** Those that the formula may name, so that it is read among them as it was meant. */
  readonly fields?: Fields;
  /** Labels in brackets where they say which field is meant; else names. */
  readonly labels?: boolean;
  /** Of a line, in characters; what is longer is broken. */
  readonly width?: number;
}

export function printFormula(
  expression: Expression,
  { language, fields, labels = false, width = 80 }: PrintOptions,
): string {
  const printing: PathPrinting = { language, labels, record: fields, here: fields };
  return layOut(layoutOf(expression, printing).layout, width);
}

/** `strength`: what stands around it binds less. */
interface Printed {
  readonly layout: Layout;
  readonly strength: number;
}

type Call = Extract<Expression, { kind: 'call' }>;

function layoutOf(expression: Expression, printing: PathPrinting): Printed {
  const numeral = printNumeral(expression);
  if (numeral !== undefined)
    return { layout: numeral, strength: numeral.startsWith('-') ? strengths.minus : strengths.whole };
  switch (expression.kind) {
    case 'literal':
      return whole(printLiteral(expression.value, printing.language));
    case 'var':
      return whole(printPath(expression.path, printing));
    case 'list': {
      const items = expression.items.map((item) => layoutOf(item, printing).layout);
      return whole({ kind: 'enclosed', open: '{', items, close: '}' });
    }
    case 'call':
      return minusOf(expression, printing) ?? rowOf(expression, printing) ?? functionCall(expression, printing);
  }
}

function whole(layout: Layout): Printed {
  return { layout, strength: strengths.whole };
}

function printLiteral(value: null | boolean | number | string, language: Language): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return constants.find((constant) => constant.value === value)?.names[language] ?? String(value);
}

/** A minus before a numeral would be part of the number. */
function minusOf({ op, args: [operand, another] }: Call, printing: PathPrinting): Printed | undefined {
  if (op !== '-' || operand === undefined || another !== undefined) return undefined;
  const isNumber = printNumeral(operand) !== undefined;
  const printed = layoutOf(operand, printing);
  const inner = isNumber || printed.strength < strengths.whole ? inParentheses(printed.layout) : printed.layout;
  return { layout: { kind: 'prefixed', prefix: '-', operand: inner }, strength: strengths.minus };
}

function rowOf({ op, args }: Call, printing: PathPrinting): Printed | undefined {
  const sign = op === 'in' ? membership(printing.language) : signOf(op);
  if (sign === undefined || args.length < 2 || (args.length > 2 && !sign.chains)) return undefined;
  const { strength, chains } = sign;
  const operands = args.map((arg, index) => {
    const inner = layoutOf(arg, printing);
    // A row of one sign to the left would become one with this; comparisons side by side mean something else.
    const isJoined = strength === strengths.comparison || (chains && arg.kind === 'call' && arg.op === op);
    const mayStand = inner.strength > strength || (index === 0 && inner.strength === strength && !isJoined);
    const isClear = strength !== strengths.power || index > 0 || inner.strength !== strengths.minus;
    return mayStand && isClear ? inner.layout : inParentheses(inner.layout);
  });
  return { layout: { kind: 'row', sign: sign.sign, operands }, strength };
}

function membership(language: Language): Pick<Sign, 'strength' | 'chains'> & { readonly sign: string } {
  return { sign: functionOf('in')?.names[language] ?? 'IN', strength: strengths.comparison, chains: false };
}

function inParentheses(layout: Layout): Layout {
  return { kind: 'enclosed', open: '(', items: [layout], close: ')' };
}

function functionCall({ op, args }: Call, printing: PathPrinting): Printed {
  const name = functionOf(op)?.names[printing.language] ?? `\`${op}\``;
  const [first, ...others] = args;
  const each = findOperator(op)?.each;
  const path = each !== undefined && first?.kind === 'var' ? first.path : [];
  const rows = rowsOn(path, printing);
  const isWhole = rows?.names === path.length;
  const inner = isWhole ? { ...printing, here: rows.fields } : printing;
  const leading =
    first === undefined
      ? []
      : [rows === undefined || isWhole ? layoutOf(first, printing).layout : printPath(path, printing, true)];
  const items = [...leading, ...others.map((arg) => layoutOf(arg, inner).layout)];
  return whole({ kind: 'enclosed', open: `${name}(`, items, close: ')' });
}

/** Written as it is, a path that goes through rows would be taken apart. */
function rowsOn(path: readonly string[], printing: PathPrinting): Resolved['rows'] {
  const resolved = resolve(
    path.map((text) => ({ kind: 'name', text })),
    printing,
  );
  return resolved.ok ? resolved.rows : undefined;
}
