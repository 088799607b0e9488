import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expression } from '../agreement/random-expression.ts';
import type { Expression } from '../ast.ts';
import { parseExpression } from '../parse.ts';
import { anyExpression } from './arbitrary-expression.ts';
import { orderFields } from './fixtures.ts';
import { parseFormula } from './parse-formula.ts';
import { printFormula, type PrintOptions } from './print.ts';

const ways: readonly PrintOptions[] = [
  { language: 'en' },
  { language: 'zh-CN', width: 20 },
  { language: 'en', fields: orderFields, width: 1 },
  { language: 'zh-CN', fields: orderFields, labels: true, width: 40 },
];

function parsed(json: unknown): Expression {
  const result = parseExpression(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function isAccepted(json: unknown): boolean {
  return parseExpression(json).ok;
}

describe('An expression that is printed is read as the same expression', () => {
  const isSame = (json: unknown) => {
    const original = parsed(json);
    for (const way of ways) {
      const text = printFormula(original, way);
      const again = parseFormula(text, way.fields);
      expect(again.ok ? again.value.expression : again.problems, text).toEqual(original);
    }
  };

  test('whatever operators, operands, texts, numbers and names it has', () => {
    fc.assert(fc.property(anyExpression().filter(isAccepted), isSame), { numRuns: 2_000 });
  });

  test('when it is one that means something', () => {
    const types = ['boolean', 'number', 'text', 'date', 'datetime', 'text[]'] as const;
    for (const type of types) fc.assert(fc.property(expression(type, 4), isSame), { numRuns: 100 });
  });
});

describe('An expression is printed as a person would write it', () => {
  const inEnglish = (json: unknown) => printFormula(parsed(json), { language: 'en', fields: orderFields });
  const inChinese = (json: unknown) =>
    printFormula(parsed(json), { language: 'zh-CN', fields: orderFields, labels: true });
  const v = (name: string) => ({ var: name });

  test('with signs, and with parentheses only where they are needed', () => {
    expect(inEnglish({ '*': [{ '+': [v('a'), 1] }, { '-': [v('x')] }, -2] })).toBe('(a + 1) * -x * -2');
    expect(inEnglish({ '-': [{ '-': [v('a'), 1] }, { '-': [v('x'), 2] }] })).toBe('(a - 1) - (x - 2)');
    expect(inEnglish({ power: [{ power: [-2, 2] }, { '+': [v('a'), 1] }] })).toBe('(-2) ^ 2 ^ (a + 1)');
    expect(inEnglish({ '-': [5] })).toBe('-(5)');
    expect(inEnglish({ '<=': [0, v('a'), { cat: ['x', 'y'] }] })).toBe('0 <= a <= "x" & "y"');
    expect(inEnglish({ '==': [{ '>': [v('a'), 1] }, { in: [v('stage'), ['won']] }] })).toBe(
      '(a > 1) = (stage IN {"won"})',
    );
  });

  test('as functions where a sign has too few or too many operands', () => {
    expect(inEnglish({ '+': [v('a')] })).toBe('ADD(a)');
    expect(inEnglish({ '==': [1, 2, 3] })).toBe('EQUAL(1, 2, 3)');
    expect(inEnglish({ and: [] })).toBe('AND()');
    expect(inEnglish({ and: [v('a'), { '!': [v('x')] }] })).toBe('AND(a, NOT(x))');
  });

  test('other spellings of an operator in backticks', () => {
    expect(inEnglish({ '===': [v('a'), 1] })).toBe('`===`(a, 1)');
    expect(inEnglish({ '?:': [true, 1, 2] })).toBe('`?:`(TRUE, 1, 2)');
  });

  test('with the words and labels of the language', () => {
    const json = {
      if: [{ '>=': [v('close_date'), v('$today')] }, v('$old.amount'), { '*': [v('publisher.owner.name'), true] }],
    };
    expect(inEnglish(json)).toBe('IF(close_date >= TODAY(), OLD(amount), publisher.owner.name * TRUE)');
    expect(inChinese(json)).toBe('如果([预计成交日期] >= 今天(), 原值([金额]), [Publisher].[负责人].[姓名] * 真)');
    expect(inChinese({ sum: [v('lines'), v('amount'), { '>': [v('product.price'), v('$record.amount')] }] })).toBe(
      '求和([明细], [金额], [产品].[单价] > [$record].[金额])',
    );
  });

  test('names where a label is missing, has several fields, or is the name of another', () => {
    expect(inChinese([v('price'), v('a'), v('x'), v('amount'), v('e5'), v('in')])).toBe(
      '{price, a, [amount], [金额], [in], `in`}',
    );
  });

  test('in lines, when it does not fit on one', () => {
    const json = {
      if: [
        { and: [{ in: [v('stage'), ['won', 'lost']] }, { '>': [{ '+': [v('amount'), v('price'), 1000] }, v('x')] }] },
        { cat: ['closed: ', v('title'), ' by ', v('publisher.owner.name')] },
        null,
      ],
    };
    expect(printFormula(parsed(json), { language: 'en', width: 40 })).toBe(
      [
        'IF(',
        '  AND(',
        '    stage IN {"won", "lost"},',
        '    amount + price + 1000 > x',
        '  ),',
        '  "closed: "',
        '    & title',
        '    & " by "',
        '    & publisher.owner.name,',
        '  NULL',
        ')',
      ].join('\n'),
    );
  });
});

test('expressions at the limits of depth and size are printed and read', () => {
  const deep = (levels: number): unknown => (levels === 0 ? true : { '-': [deep(levels - 1), 1] });
  const wide = Array.from({ length: 1_999 }, (_, index) => ({ var: `f${index}` }));
  for (const json of [deep(49), wide, { '+': wide.slice(1) }]) {
    const original = parsed(json);
    const again = parseFormula(printFormula(original, { language: 'en' }));
    expect(again.ok && again.value.expression).toEqual(original);
  }
});
