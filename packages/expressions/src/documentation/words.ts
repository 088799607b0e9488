// What the page of functions says besides the functions themselves, in both languages.
import type { Bilingual, OperatorGroup } from '../help.ts';
import type { Language } from '../messages.ts';

export const groups: { readonly [group in OperatorGroup]: Bilingual } = {
  logic: { en: 'Logic', 'zh-CN': '逻辑' },
  number: { en: 'Numbers', 'zh-CN': '数字' },
  text: { en: 'Text', 'zh-CN': '文本' },
  date: { en: 'Dates and times', 'zh-CN': '日期与时间' },
  list: { en: 'Lists', 'zh-CN': '列表' },
  rows: { en: 'Child rows and lists', 'zh-CN': '子表与列表' },
  money: { en: 'Money', 'zh-CN': '金额' },
};

export const titles: Bilingual = { en: '# Functions', 'zh-CN': '# 函数' };

export const openings: Bilingual = {
  en: `Every function that [formulas](formulas.md) and [expressions](expressions.md) know, by its English and its Chinese name, either of which is understood
in both languages. 中文版：[functions.zh-CN.md](functions.zh-CN.md). This page is made from the registry of operators by \`npm run docs:functions\`; tests evaluate its
examples in JavaScript and in PostgreSQL.

- A parameter in \`[brackets]\` may be left out; \`…\` means that it may come again.
- T and K stand for one type each: whatever it is, all operands marked so have it.
- A word or a pattern _written out_ is a constant, not a field.
- Results are shown as JSON carries them: \`null\` is no value. Examples are asked on 31 March 2026 at 12:00 UTC; the calendar \`office\` works from Monday to Friday,
  is closed on 1, 4 and 5 May 2026 and open on Saturday 9 May; one US dollar is 7.1234 yuan.`,
  'zh-CN': `[公式](formulas.md)与[表达式](expressions.md)可用的全部函数。每个函数都有英文名和中文名，两种界面语言下都能识别。English: [functions.md](functions.md)。
本页由 \`npm run docs:functions\` 根据运算符注册表生成；测试会在 JavaScript 和 PostgreSQL 中分别计算页内示例。

- \`[方括号]\` 中的参数可以省略；\`…\` 表示可以重复。
- T 和 K 各代表一种类型：凡标有同一字母的操作数，类型必须相同。
- “直接写出”指写成常量，不能是字段。
- 结果按 JSON 的写法显示：\`null\` 表示空值。示例的提问时间为 2026 年 3 月 31 日 12:00（UTC）；日历 \`office\` 周一至周五上班，
  2026 年 5 月 1、4、5 日休息，5 月 9 日（周六）上班；1 美元兑 7.1234 元人民币。`,
};

interface Words {
  readonly contents: string;
  readonly inFormulas: string;
  readonly inJson: string;
  readonly or: string;
  readonly gives: string;
  readonly formula: string;
  readonly result: string;
  readonly json: string;
  readonly record: string;
  readonly before: string;
  readonly colon: string;
  readonly anyType: string;
}

export const words: { readonly [language in Language]: Words } = {
  en: {
    contents: 'Contents',
    inFormulas: 'In formulas',
    inJson: 'in JSON',
    or: 'or',
    gives: 'gives',
    formula: 'Formula',
    result: 'Result',
    json: 'As JSON',
    record: 'Of the record',
    before: 'before the change',
    colon: ': ',
    anyType: 'any type',
  },
  'zh-CN': {
    contents: '目录',
    inFormulas: '公式写作',
    inJson: 'JSON 写作',
    or: '或',
    gives: '结果',
    formula: '公式',
    result: '结果',
    json: 'JSON',
    record: '记录为',
    before: '修改前为',
    colon: '：',
    anyType: '任意类型',
  },
};
