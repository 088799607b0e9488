import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findOperator, operatorNames } from '../operators/registry.ts';
import { parseExpression } from '../parse.ts';
import { toJson } from '../to-json.ts';
import { allFunctions, constants, findFunction } from './functions.ts';
import { orderFields } from './fixtures.ts';
import { parseFormula } from './parse-formula.ts';
import { printFormula } from './print.ts';

function jsonOf(text: string, fields = orderFields): unknown {
  const parsed = parseFormula(text, fields);
  return parsed.ok ? toJson(parsed.value.expression) : parsed.problems.map(({ code }) => code);
}

const v = (name: string) => ({ var: name });

describe('Values', () => {
  test('numbers, texts with a doubled quote, truth and nothing, in both languages', () => {
    expect(jsonOf('{1, .5, 2., 1e3, "a ""b""", TRUE, false, 真, 假, NULL, 空}')).toEqual([
      ...[1, 0.5, 2, 1000, 'a "b"', true, false, true, false, null, null],
    ]);
  });

  test('a minus before a number is part of it, a plus is nothing', () => {
    expect(jsonOf('{-5, - 5, +5, --5, -amount, a - 5}')).toEqual([
      ...[-5, -5, 5, { '-': [-5] }, { '-': [v('amount')] }, { '-': [v('a'), 5] }],
    ]);
  });

  test('a number that JSON would round keeps all its digits', () => {
    expect(jsonOf('-12345678901234567890.50')).toEqual({ to_number: ['-12345678901234567890.50'] });
    expect(jsonOf('0.1000')).toBe(0.1);
    expect(jsonOf('1e59')).toBe(1e59);
    expect(jsonOf('1'.repeat(61))).toEqual(['bad_number']);
    expect(jsonOf(`0.${'0'.repeat(60)}1`)).toEqual(['bad_number']);
    expect(jsonOf('1e999999999')).toEqual(['bad_number']);
  });

  test('lists in braces', () => {
    expect(jsonOf('{}')).toEqual([]);
    expect(jsonOf('{{1}, "a"}')).toEqual([[1], 'a']);
  });

  test('an equals sign may come first, as in a cell', () => {
    expect(jsonOf('=1')).toBe(1);
    expect(jsonOf('＝ amount = 1')).toEqual({ '==': [v('amount'), 1] });
  });
});

describe('Signs', () => {
  test('bind as in Excel: minus, power, product, sum, joining, comparison', () => {
    expect(jsonOf('-a ^ 2 * 3 + 4 & "x" = "y"')).toEqual({
      '==': [{ cat: [{ '+': [{ '*': [{ power: [{ '-': [v('a')] }, 2] }, 3] }, 4] }, 'x'] }, 'y'],
    });
    expect(jsonOf('2 * (a + 1)')).toEqual({ '*': [2, { '+': [v('a'), 1] }] });
  });

  test('a row of one sign is one operator; other signs are taken from the left', () => {
    expect(jsonOf('a + x + 1')).toEqual({ '+': [v('a'), v('x'), 1] });
    expect(jsonOf('a - x - 1 + 2')).toEqual({ '+': [{ '-': [v('a'), v('x'), 1] }, 2] });
    expect(jsonOf('(a + x) + 1')).toEqual({ '+': [{ '+': [v('a'), v('x')] }, 1] });
    expect(jsonOf('2 ^ 3 ^ 2')).toEqual({ power: [{ power: [2, 3] }, 2] });
  });

  test('comparisons of one direction follow one another: between', () => {
    expect(jsonOf('0 < a < 10')).toEqual({ '<': [0, v('a'), 10] });
    expect(jsonOf('1 < a <= 10')).toEqual(['chained_comparison']);
    expect(jsonOf('a = x = 1')).toEqual(['chained_comparison']);
  });

  test('are read as other languages and Chinese input write them', () => {
    expect(jsonOf('a == 1')).toEqual({ '==': [v('a'), 1] });
    expect(jsonOf('{a != 1, a ≠ 1, a <> 1}')).toEqual([1, 2, 3].map(() => ({ '!=': [v('a'), 1] })));
    expect(jsonOf('{a ≤ 1, a ≥ 1, a × 2 ÷ 3 − 1}')).toEqual([
      { '<=': [v('a'), 1] },
      { '>=': [v('a'), 1] },
      { '-': [{ '/': [{ '*': [v('a'), 2] }, 3] }, 1] },
    ]);
    expect(jsonOf('如果（a＞１，“大、于”，｛“小”｝）')).toEqual({ if: [{ '>': [v('a'), 1] }, '大、于', ['小']] });
  });

  test('AND, OR, NOT and IN may be words between operands or functions', () => {
    const expected = { or: [{ and: [v('a'), { '!': [{ in: [v('stage'), ['won']] }] }] }, v('x')] };
    expect(jsonOf('a AND NOT stage IN {"won"} OR x')).toEqual(expected);
    expect(jsonOf('a and stage not in {"won"} or x')).toEqual(expected);
    expect(jsonOf('a 且 非 stage 属于 {"won"} 或 x')).toEqual(expected);
    expect(jsonOf('OR(AND(a, NOT(IN(stage, {"won"}))), x)')).toEqual(expected);
    expect(jsonOf('NOT(a) AND x')).toEqual({ and: [{ '!': [v('a')] }, v('x')] });
    expect(jsonOf('a AND x AND TRUE')).toEqual({ and: [v('a'), v('x'), true] });
  });
});

describe('Fields', () => {
  test('by name, by label in brackets, and mixed along a path', () => {
    expect(jsonOf('publisher.owner.name')).toEqual(v('publisher.owner.name'));
    expect(jsonOf('[Publisher].[负责人].name')).toEqual(v('publisher.owner.name'));
    expect(jsonOf('【预计成交日期】')).toEqual(v('close_date'));
    expect(jsonOf('[含]]的标签]')).toEqual(v('old'));
  });

  test('a single word that is no name is a label', () => {
    expect(jsonOf('金额 * 2')).toEqual({ '*': [v('amount'), 2] });
    expect(jsonOf('Publisher.name')).toEqual(v('publisher.name'));
  });

  test('a word is a name first, brackets hold a label first, backticks a name only', () => {
    expect(jsonOf('{amount, [amount], `amount`, `in`}')).toEqual([v('amount'), v('x'), v('amount'), v('in')]);
  });

  test('the context: its words, OLD, and who asks', () => {
    expect(jsonOf('{TODAY(), 今天(), NOW(), USER(), 当前用户(), $user.name, [当前用户].[姓名]}')).toEqual([
      ...[v('$today'), v('$today'), v('$now'), v('$user.id'), v('$user.id'), v('$user.name'), v('$user.name')],
    ]);
    expect(jsonOf('{OLD(amount), 原值([金额]), $old.amount, $record.amount, $record.[金额]}')).toEqual([
      ...[v('$old.amount'), v('$old.amount'), v('$old.amount'), v('$record.amount'), v('$record.amount')],
    ]);
    expect(jsonOf('OLD(1)')).toEqual(['old_takes_a_field']);
    expect(jsonOf('TODAY(1)')).toEqual(['no_operands']);
  });

  test('a label that several fields have is refused', () => {
    expect(jsonOf('[重名]')).toEqual(['ambiguous_label']);
  });

  test('without known fields every name stands for itself', () => {
    expect(parseFormula('anything.at.all')).toMatchObject({ ok: true });
    expect(parseFormula('[Label]')).toMatchObject({ ok: false });
  });
});

describe('Functions', () => {
  test('by either name, in any case, or as metadata calls the operator', () => {
    const expected = { round: [v('a'), 2] };
    for (const text of ['ROUND(a, 2)', 'round (a, 2)', '四舍五入(a, 2)', '`round`(a, 2)']) {
      expect(jsonOf(text)).toEqual(expected);
    }
    expect(jsonOf('`===`(a, 2)')).toEqual({ '===': [v('a'), 2] });
  });

  test('every operator can be called by both names', () => {
    for (const op of operatorNames()) {
      const { names } = findOperator(op)?.help ?? {};
      expect(findFunction(names?.en ?? '')).toBe(findFunction(names?.['zh-CN'] ?? ''));
      expect(findFunction(names?.en ?? '')).toBeDefined();
    }
  });

  test('no two functions or words for values share a name', () => {
    const names = [...allFunctions(), ...constants].flatMap((each) => Object.values(each.names));
    expect(new Set(names).size).toBe(names.length);
  });

  test('names within rows are those of the row, labels too', () => {
    const expected = { sum: [v('lines'), { '*': [v('amount'), v('quantity')] }] };
    expect(jsonOf('SUM(lines, amount * quantity)')).toEqual(expected);
    expect(jsonOf('求和([明细], [金额] * [数量])')).toEqual(expected);
    expect(jsonOf('COUNT(lines, [产品].[单价] > $record.[金额]) + [金额]')).toEqual({
      '+': [{ count: [v('lines'), { '>': [v('product.price'), v('$record.amount')] }] }, v('amount')],
    });
  });

  test('a path through rows is what is asked of each', () => {
    expect(jsonOf('SUM(lines.amount)')).toEqual({ sum: [v('lines'), v('amount')] });
    expect(jsonOf('SUM([明细].[产品].[单价], quantity > 0)')).toEqual({
      sum: [v('lines'), v('product.price'), { '>': [v('quantity'), 0] }],
    });
    expect(jsonOf('COUNT(lines.amount)')).toEqual({ count: [v('lines.amount')] });
  });

  test('@ is the member of a list', () => {
    expect(jsonOf('ALL(tags, @ <> "x")')).toEqual({ all: [v('tags'), { '!=': [v(''), 'x'] }] });
  });

  test('MISSING takes names alone', () => {
    const expressionOf = (text: string) => {
      const parsed = parseFormula(text, orderFields);
      return parsed.ok ? parsed.value.expression : parsed.problems;
    };
    expect(expressionOf('MISSING("title", "stage", amount, "owner.name")')).toEqual(
      expressionOf('MISSING("title", title, "stage", amount, "owner.name", owner.name)'),
    );
  });
});

test('each part knows its piece of the text', () => {
  const text = ' IF(stage = "won", {1, 22}, (amount + 3))';
  const parsed = parseFormula(text, orderFields);
  const pieceAt = (pointer: string) => {
    const { offset, length } = parsed.ok ? parsed.value.partAt(pointer).range : { offset: 0, length: 0 };
    return text.slice(offset, offset + length);
  };
  expect(pieceAt('')).toBe('IF(stage = "won", {1, 22}, (amount + 3))');
  expect(pieceAt('/if/0')).toBe('stage = "won"');
  expect(pieceAt('/if/0/==/1')).toBe('"won"');
  expect(pieceAt('/if/1/1')).toBe('22');
  expect(pieceAt('/if/2/+/0')).toBe('amount');
  expect(pieceAt('/if/1/1/7')).toBe('22');
});

test('an expression of a formula has the limits of any other, however deep its parentheses', () => {
  expect(jsonOf(`${'NOT('.repeat(49)}a${')'.repeat(49)}`)).toMatchObject({ '!': [{}] });
  expect(jsonOf(`${'NOT('.repeat(50)}a${')'.repeat(50)}`)).toEqual(['too_deep']);
  expect(jsonOf('('.repeat(100_000))).toEqual(['too_deep']);
  expect(jsonOf('-'.repeat(100_000))).toEqual(['too_deep']);
  expect(jsonOf(Array.from({ length: 1_999 }, () => 'a').join('+'))).toMatchObject({ '+': {} });
  expect(jsonOf(Array.from({ length: 100_000 }, () => 'a').join('+'))).toEqual(['too_large']);
  expect(jsonOf(Array.from({ length: 60 }, () => 'a').join('^'))).toEqual(['too_deep']);
});

describe('Any text at all', () => {
  const pieces = [
    ...[
      '1',
      '-',
      '+',
      '*',
      '^',
      '&',
      '=',
      '<',
      '<=',
      '(',
      ')',
      '(',
      ')',
      ',',
      '{',
      '}',
      '.',
      '@',
      ' ',
      '\n',
      '"',
      '[',
      ']',
      '`',
    ],
    ...[
      'IF(',
      'SUM(',
      'OLD(',
      'TODAY()',
      'lines',
      'amount',
      '金额',
      'and',
      'NOT ',
      ' IN ',
      '"a"',
      '[明细]',
      '%',
      '！',
      '（',
      '，',
      '😀',
    ],
  ];
  const anyText = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 25 });

  test('is read or refused with a place within it, and what is read is an expression that prints and reads the same', () => {
    const check = (parts: readonly string[]) => {
      const text = parts.join('');
      const parsed = parseFormula(text, orderFields);
      if (!parsed.ok) {
        for (const { offset, length } of parsed.problems) expect(offset + length).toBeLessThanOrEqual(text.length);
        return;
      }
      const { expression } = parsed.value;
      expect(parseExpression(toJson(expression))).toEqual({ ok: true, value: expression });
      const printed = printFormula(expression, { language: 'en', fields: orderFields });
      expect(parseFormula(printed, orderFields)).toMatchObject({ ok: true, value: { expression } });
    };
    fc.assert(fc.property(anyText, check), { numRuns: 5_000 });
  });
});
