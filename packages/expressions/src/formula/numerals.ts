// Numbers as formulas write them ↔ expressions. What a JSON number does not hold exactly is text that becomes a number; formulas
// write it as the plain numeral that it is.
import type { Expression } from '../ast.ts';
import { Decimal, readNumber } from '../values/numbers.ts';

/** Undefined where it has more digits than an expression may. */
export function readNumeral(numeral: string, isNegative: boolean): Expression | undefined {
  const value = Number(numeral);
  if (isExact(numeral, value)) return { kind: 'literal', value: isNegative ? -value : value };
  const digits = /e/i.test(numeral) ? expanded(numeral) : numeral;
  const text = isNegative ? `-${digits}` : digits;
  if (readNumber(text) === null) return undefined;
  return { kind: 'call', op: 'to_number', args: [{ kind: 'literal', value: text }] };
}

/** Undefined for what is no numeral in formulas. */
export function printNumeral(expression: Expression): string | undefined {
  if (expression.kind === 'literal')
    return typeof expression.value === 'number' ? printed(expression.value) : undefined;
  const [text] = expression.kind === 'call' && expression.op === 'to_number' ? expression.args : [];
  if (text?.kind !== 'literal' || typeof text.value !== 'string' || !/^-?\d+(\.\d*)?$/.test(text.value))
    return undefined;
  const isNegative = text.value.startsWith('-');
  const again = readNumeral(isNegative ? text.value.slice(1) : text.value, isNegative);
  const [digits] =
    again?.kind === 'call' && expression.kind === 'call' && expression.args.length === 1 ? again.args : [];
  return digits?.kind === 'literal' && digits.value === text.value ? text.value : undefined;
}

function printed(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function isExact(numeral: string, value: number): boolean {
  if (value === 0) return /^[0.]*(e|$)/i.test(numeral);
  return value < 1e60 && value > 1e-60 && new Decimal(numeral).equals(value);
}

/** Without an exponent; one that leads far beyond what is allowed is not written out. */
function expanded(numeral: string): string {
  const value = new Decimal(numeral);
  return Math.abs(value.e) > 200 ? numeral : value.toFixed();
}
