import { describe, expect, test } from 'vitest';
import { checkFormula } from './check-formula.ts';
import { orderFields } from './fixtures.ts';
import { scopeOf } from './scope.ts';
import type { ValueType } from '../types.ts';

/** Each as `line:column piece: message hint`. */
function problemsOf(text: string, { type, language = 'en' }: { type?: ValueType; language?: 'en' | 'zh-CN' } = {}) {
  const checked = checkFormula(text, { fields: orderFields, scope: scopeOf(orderFields), ...(type && { type }) });
  return checked.ok
    ? []
    : checked.problems.map(({ offset, length, line, column, message, hint }) => {
        const piece = text.slice(offset, offset + length);
        return `${line}:${column} ${piece}: ${[message[language], hint?.[language]].filter(Boolean).join(' ')}`;
      });
}

describe('What is wrong with the text is told with its place and the way out', () => {
  test.each([
    ['', '1:1 : Nothing is written here yet. Begin with a field, a value or a function.'],
    ['ROUDN(amount)', '1:1 ROUDN: There is no function "ROUDN". Did you mean ROUND?'],
    ['四舍五人(amount)', '1:1 四舍五人: There is no function "四舍五人". Did you mean 四舍五入?'],
    ['[预计成交日] > TODAY()', '1:1 [预计成交日]: There is no field "预计成交日" here. Did you mean [预计成交日期]?'],
    ['(amount + 1', '1:1 (: The parenthesis that opens here is not closed. Write ")" where it ends.'],
    ['amount\n  IN {1, 2', '2:6 {: The list that opens here is not closed. Write "}" behind its last value.'],
    ['amount + 1)', '1:11 ): There is nothing open that ")" could close.'],
    ['amount +', '1:8 +: A value is missing after "+".'],
    ['amount + * 2', '1:8 +: A value is missing after "+".'],
    ['* 2', '1:1 *: A value is missing before "*". No value at all is written NULL.'],
    ['IF(a,, 1)', '1:6 ,: A value is missing before ",". No value at all is written NULL.'],
    ['ROUND(a,)', '1:9 ): A value is missing before ")". No value at all is written NULL.'],
    ['IF(a 1, 2)', '1:6 1: A sign or a comma is missing before "1".'],
    ['a "b"', '1:3 "b": A sign or a comma is missing before "b".'],
    ['IF(a, "b', '1:7 "b: The text that begins here has no closing quote. A quote within a text is written twice: "".'],
    ['[金额 + 1', '1:1 [金额 + 1: The label that begins here has no closing bracket. Write "]" behind it.'],
    ["stage = 'won'", `1:9 'won': Text stands in double quotes. Write "won".`],
    ['a && x', '1:3 &&: "&&" is not a sign of formulas. Write AND.'],
    ['a % 2', '1:3 %: "%" is not a sign of formulas. Write 0.2 for 20 %, and MOD(a, b) for a remainder.'],
    ['a # 2', '1:3 #: The character "#" means nothing in a formula.'],
    ['SUM(lines, [标题] = "x")', '1:12 [标题]: There is no field "标题" here. Did you mean $record.[标题]?'],
    ['[重名] + 1', '1:1 [重名]: Several fields are called "重名". Write the name of one, such as a.'],
    ['publisher. + 1', '1:10 .: A value is missing after ".".'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('all at once, in the order of the text', () => {
    expect(problemsOf('ROUDN(a) + [标] + (x').map((problem) => problem.split(':', 2).join(':'))).toEqual([
      '1:1 ROUDN',
      '1:12 [标]',
      '1:18 (',
    ]);
  });
});

describe('What is wrong with types is told beside the piece of the text, in the words of formulas', () => {
  test.each([
    ['amont > 1', '1:1 amont: There is no field "amont" here. Did you mean amount?'],
    [
      'publisher.owner.nam = "x"',
      '1:1 publisher.owner.nam: There is no field "publisher.owner.nam" here. Did you mean publisher.owner.name?',
    ],
    ['stage = won', '1:9 won: There is no field "won" here. If it is a text, write "won".'],
    ['close_date < today', '1:14 today: There is no field "today" here. Did you mean TODAY()?'],
    ['title = 12', '1:9 12: "=" cannot bring a number together with text. As text it is written in quotes: "12".'],
    ['ROUND(\n  title)', '2:3 title: "ROUND" needs a number here, not text.'],
    ['amount > "abc"', '1:10 "abc": "abc" is not a number. Write it like 12.50.'],
    ['IF(TRUE, ROUND(1, 2, 3))', '1:10 ROUND(1, 2, 3): "ROUND" does not take 3 operands. It takes 1–2.'],
    ['SUM(lines, title)', '1:12 title: There is no field "title" here. Did you mean "$record.title"?'],
    ['close_date < "soon"', '1:14 "soon": "soon" is not a date. Write it like 2026-03-31.'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test.each([
    ['[阶段] = "赢单"', '1:8 "赢单": There is no option "赢单". Did you mean "won"?'],
    ['"Won" <> $old.stage', '1:1 "Won": There is no option "Won". Did you mean "won"?'],
    ['stage IN {"won", "lots"}', '1:18 "lots": There is no option "lots". Did you mean "lost"?'],
    [
      'SWITCH(stage, "won", "Won", "closed", "x")',
      '1:29 "closed": There is no option "closed". The values of the options are: "open", "won", "lost".',
    ],
    [
      'SUM(lines.amount, $record.stage = "")',
      '1:35 "": There is no option "". The values of the options are: "open", "won", "lost".',
    ],
  ])('what a field of options is held against is one of them: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('in Chinese too', () => {
    expect(problemsOf('[阶段] = "赢单"', { language: 'zh-CN' })).toEqual([
      '1:8 "赢单": 没有选项“赢单”。 是否想用“won”?',
    ]);
    expect(problemsOf('四舍五入([标题])', { language: 'zh-CN' })).toEqual([
      '1:6 [标题]: “四舍五入”此处需要数字，而不是文本。',
    ]);
  });

  test('what fits has none, whatever it results in', () => {
    for (const text of [
      'amount > "12"',
      'SUM(lines.amount)',
      'IF(stage IN {"won"}, TODAY(), close_date)',
      'stage = NULL',
    ])
      expect(problemsOf(text)).toEqual([]);
  });

  test('a result of another type than asked for', () => {
    expect(problemsOf('amount + 1', { type: 'text' })).toEqual([
      '1:1 amount + 1: The result has to be text, not a number.',
    ]);
    expect(problemsOf('"2026-03-31"', { type: 'date' })).toEqual([]);
  });
});
