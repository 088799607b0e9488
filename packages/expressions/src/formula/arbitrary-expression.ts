// Random JSONLogic of every shape that the door lets in, typed or not: any operator with any operands, under each of its spellings,
// any text, any number, names that look like words of formulas.
import fc, { type Arbitrary } from 'fast-check';
import { operatorNames } from '../operators/registry.ts';

export function anyExpression(): Arbitrary<unknown> {
  return fc.letrec<{ any: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(literal(), variable()),
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 8 },
      tie('leaf'),
      call(tie('any')),
      call(tie('any')),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.tuple(name(), tie('any')).map(([path, otherwise]) => ({ var: [path, otherwise] })),
    ),
  })).any;
}

/** Of these, which stand within one another decides on parentheses. */
const signs = ['+', '-', '*', '/', 'power', 'cat', '==', '<', '>=', 'in', 'and', '!'];

const words = [
  ...[
    'true',
    'FALSE',
    'null',
    'and',
    'OR',
    'not',
    'in',
    'IN',
    'if',
    'TODAY',
    'user',
    'old',
    '_',
    'a',
    'amount',
    'e5',
    'x1',
  ],
  ...['lines', 'publisher', 'constructor', '__proto__', 'current', 'accumulator', 'price', 'record'],
];

function call(operand: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(
      fc.oneof(fc.constantFrom(...operatorNames()), fc.constantFrom(...signs)),
      fc.array(operand, { maxLength: 4 }),
    )
    .map(([op, operands]) => ({ [op]: operands }));
}

function variable(): Arbitrary<unknown> {
  return name().map((path) => ({ var: path }));
}

function name(): Arbitrary<string> {
  const plain = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
  const ofContext = fc.tuple(fc.constantFrom('$user', '$old', '$record', '$x'), plain).map((parts) => parts.join('.'));
  const alone = fc.constantFrom('$now', '$today', '$user', '$user.id', '$old', '$record', '');
  return fc.oneof({ weight: 3, arbitrary: plain }, ofContext, alone);
}

function literal(): Arbitrary<unknown> {
  const numbers = fc.oneof(
    fc.integer(),
    fc
      .double({ noNaN: true })
      .filter((number) => number === 0 || (Math.abs(number) < 1e60 && Math.abs(number) > 1e-60)),
    fc.constantFrom(-0, 0.1, -1.5, 1e21, -1e-7, 123456789012345680000),
  );
  const digits = fc.tuple(
    fc.constantFrom('', '-', '+'),
    fc.bigInt({ min: 0n, max: 10n ** 60n - 1n }),
    fc.constantFrom('', '.', '.50'),
  );
  const numerals = digits.map((parts) => parts.join(''));
  const asNumber = numerals.map((text) => ({ to_number: [text] }));
  const texts = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0'));
  const odd = fc.constantFrom(
    '',
    '"',
    '""',
    "'",
    '\n',
    '\r\n',
    '“”',
    '😀',
    '[x]',
    '`',
    'TRUE',
    '12',
    '2026-03-31',
    '1＋1',
  );
  return fc.oneof(numbers, numerals, asNumber, texts, odd, fc.boolean(), fc.constant(null));
}
