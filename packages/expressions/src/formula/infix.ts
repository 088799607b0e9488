// Reads operands with signs between them, by how strongly the signs bind. A row of one sign becomes one operator with all the
// operands where that has a meaning: `a + b + c`, `0 < x < 10`; else the first two come first.
import type { Expression } from '../ast.ts';
import { findWordOperator } from './functions.ts';
import { readOperand, type Reads } from './operand.ts';
import { make, peek, rangeOf, take, tell, type Reading } from './reading.ts';
import { findSign, strengths, type Sign } from './signs.ts';

export function readExpression(reading: Reading): Expression {
  return readFrom(reading, strengths.or);
}

const reads: Reads = { whole: readExpression, denied: (reading) => readFrom(reading, strengths.comparison) };

/** Signs that bind less are left for who asked. */
function readFrom(reading: Reading, least: number): Expression {
  const from = peek(reading).offset;
  let left = readOperand(reading, reads);
  for (let sign = nextSign(reading); sign !== undefined && sign.strength >= least; sign = nextSign(reading)) {
    const args = [left];
    do {
      takeSign(reading, sign);
      args.push(readFrom(reading, sign.strength + 1));
    } while (sign.chains && isSame(nextSign(reading), sign));
    left = make(reading, { kind: 'call', op: sign.op, args }, from);
    if (sign.isDenied) left = make(reading, { kind: 'call', op: '!', args: [left] }, from);
    tellChained(reading, sign);
  }
  return left;
}

interface Infix extends Sign {
  /** NOT IN. */
  readonly isDenied: boolean;
}

function nextSign(reading: Reading): Infix | undefined {
  const { kind, text } = peek(reading);
  if (kind === 'sign') return infix(findSign(text));
  if (kind === 'other') return infix({ op: 'and', strength: strengths.and, chains: true });
  if (kind !== 'word') return undefined;
  switch (findWordOperator(text)) {
    case 'and':
      return infix({ op: 'and', strength: strengths.and, chains: true });
    case 'or':
      return infix({ op: 'or', strength: strengths.or, chains: true });
    case 'in':
      return infix({ op: 'in', strength: strengths.comparison, chains: false });
    case '!':
      return isIn(reading) ? { op: 'in', strength: strengths.comparison, chains: false, isDenied: true } : undefined;
    default:
      return undefined;
  }
}

function infix(sign: Sign | undefined): Infix | undefined {
  return sign && { ...sign, isDenied: false };
}

function isIn(reading: Reading): boolean {
  const { kind, text } = peek(reading, 1);
  return kind === 'word' && findWordOperator(text) === 'in';
}

function isSame(next: Infix | undefined, sign: Infix): boolean {
  return next?.op === sign.op && next.isDenied === sign.isDenied;
}

function takeSign(reading: Reading, sign: Infix): void {
  take(reading);
  if (sign.isDenied) take(reading);
}

/** Only the same comparison chains; what it is compared with would otherwise be true or false. */
function tellChained(reading: Reading, { strength }: Infix): void {
  if (strength !== strengths.comparison || nextSign(reading)?.strength !== strength) return;
  tell(reading, { range: rangeOf(peek(reading)), code: 'chained_comparison', params: {} });
}
