// The texts of every problem, by code and language. `{name}` is filled from the problem's params; a hint is given only
// when all that it names is known, the first of several.
import { patternReasons } from './pattern/reasons.ts';
import type { Problem } from './types.ts';

export type Language = 'en' | 'zh-CN';

interface Template {
  readonly message: string;
  readonly hint?: string | readonly string[];
}

interface Text {
  readonly message: string;
  readonly hint?: string;
}

type Params = Problem['params'];

const texts = {
  not_an_expression: {
    en: {
      message: 'An expression is a value, a list, or an object with exactly one operator.',
      hint: 'Write {"operator": [operands]}.',
    },
    'zh-CN': { message: '表达式应为一个值、一个列表，或只含一个运算符的对象。', hint: '写作 {"运算符": [操作数]}。' },
  },
  unknown_operator: {
    en: { message: 'There is no operator "{operator}".', hint: 'Did you mean "{suggestion}"?' },
    'zh-CN': { message: '没有运算符“{operator}”。', hint: '是否想用“{suggestion}”?' },
  },
  unknown_field: {
    en: { message: 'There is no field "{name}" here.', hint: 'Did you mean "{suggestion}"?' },
    'zh-CN': { message: '此处没有字段“{name}”。', hint: '是否想用“{suggestion}”?' },
  },
  unknown_calendar: {
    en: { message: 'There is no calendar "{name}".', hint: 'Did you mean "{suggestion}"?' },
    'zh-CN': { message: '没有日历“{name}”。', hint: '是否想用“{suggestion}”?' },
  },
  unknown_option: {
    en: {
      message: 'There is no option "{name}".',
      hint: ['Did you mean "{suggestion}"?', 'The values of the options are: {known}.'],
    },
    'zh-CN': { message: '没有选项“{name}”。', hint: ['是否想用“{suggestion}”?', '选项的值有：{known}。'] },
  },
  bad_path: {
    en: { message: '"var" takes the name of a field as text.', hint: 'For example {"var": "due_date"}.' },
    'zh-CN': { message: '“var”需要用文本写出字段名。', hint: '例如 {"var": "due_date"}。' },
  },
  bad_number: {
    en: { message: 'A number may have {limit} digits on either side of the point.' },
    'zh-CN': { message: '数字在小数点两侧最多各 {limit} 位。' },
  },
  bad_text: {
    en: { message: 'Text must not hold a zero byte or half a character.' },
    'zh-CN': { message: '文本不能含有零字节或不完整的字符。' },
  },
  too_deep: {
    en: { message: 'Expressions may be nested {limit} deep at most.' },
    'zh-CN': { message: '表达式最多可嵌套 {limit} 层。' },
  },
  too_large: {
    en: { message: 'An expression may have {limit} parts at most.' },
    'zh-CN': { message: '表达式最多可有 {limit} 个部分。' },
  },
  too_costly: {
    en: {
      message: 'This would take too much work.',
      hint: 'Ask less of every row or member, or go through fewer lists within one another.',
    },
    'zh-CN': {
      message: '这部分的运算量过大。',
      hint: '请减少对每一行或每个成员的运算，或减少列表的嵌套。',
    },
  },
  rows_too_deep: {
    en: { message: 'Rows of rows can be gone through {limit} deep at most.' },
    'zh-CN': { message: '子表逐行处理最多可嵌套 {limit} 层。' },
  },
  operand_count: {
    en: { message: '"{operator}" does not take {actual} operands.', hint: 'It takes {expected}.' },
    'zh-CN': { message: '“{operator}”不接受 {actual} 个操作数。', hint: '应为 {expected} 个。' },
  },
  operand_type: {
    en: { message: '"{operator}" needs {expected} here, not {actual}.' },
    'zh-CN': { message: '“{operator}”此处需要{expected}，而不是{actual}。' },
  },
  operand_value: {
    en: { message: '"{value}" is not {expected}.', hint: 'Write it like {example}.' },
    'zh-CN': { message: '“{value}”不是{expected}。', hint: '请写成 {example} 的形式。' },
  },
  mixed_types: {
    en: { message: '"{operator}" cannot bring {actual} together with {expected}.' },
    'zh-CN': { message: '“{operator}”不能把{actual}与{expected}放在一起。' },
  },
  bad_date_pattern: {
    en: {
      message: 'A date cannot be written with "{value}".',
      hint: 'Its parts are YYYY MM DD HH mm ss M D; other letters stand in single quotes.',
    },
    'zh-CN': {
      message: '日期格式中不能使用“{value}”。',
      hint: '可以使用 YYYY MM DD HH mm ss M D，其他字母要放在单引号内。',
    },
  },
  bad_pattern: {
    en: {
      message: 'The pattern cannot be used from character {position} on: {reason}.',
      hint: 'A pattern may hold text, . [a-z] \\d \\w \\s ^ $ ( ) | and * + ? {m,n}.',
    },
    'zh-CN': {
      message: '正则表达式从第 {position} 个字符起无法使用：{reason}。',
      hint: '可以使用普通字符、. [a-z] \\d \\w \\s ^ $ ( ) | 以及 * + ? {m,n}。',
    },
  },
  result_type: {
    en: { message: 'The result has to be {expected}, not {actual}.' },
    'zh-CN': { message: '结果应为{expected}，而不是{actual}。' },
  },
} as const satisfies { readonly [code: string]: { readonly [language in Language]: Template } };

export type ProblemCode = keyof typeof texts;

/** Params whose values are words of ours and have a text of their own. */
const words: { readonly [word: string]: { readonly [language in Language]: string } } = {
  text: { en: 'text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  boolean: { en: 'true or false', 'zh-CN': '是/否' },
  date: { en: 'a date', 'zh-CN': '日期' },
  datetime: { en: 'a date with time', 'zh-CN': '日期时间' },
  time: { en: 'a time of day', 'zh-CN': '时间' },
  id: { en: 'an id', 'zh-CN': '标识' },
  json: { en: 'structured data', 'zh-CN': '结构化数据' },
  list: { en: 'a list', 'zh-CN': '列表' },
  name: { en: 'a name written out', 'zh-CN': '直接写出的名称' },
  field: { en: 'a field', 'zh-CN': '字段' },
  rows: { en: 'the rows of a child table', 'zh-CN': '子表的行' },
  rows_or_list: { en: 'a child table or a list', 'zh-CN': '子表或列表' },
  'text[]': { en: 'a list of texts', 'zh-CN': '文本列表' },
  'number[]': { en: 'a list of numbers', 'zh-CN': '数字列表' },
  'id[]': { en: 'a list of ids', 'zh-CN': '标识列表' },
  null: { en: 'nothing', 'zh-CN': '空值' },
  scalar: { en: 'a single value', 'zh-CN': '单个值' },
  ordered: { en: 'something that has an order', 'zh-CN': '可比较大小的值' },
  listed: { en: 'texts, numbers or ids', 'zh-CN': '文本、数字或标识' },
  unit: { en: 'a unit of time', 'zh-CN': '时间单位' },
  whole: { en: 'a whole number written out', 'zh-CN': '直接写出的整数' },
  pattern: { en: 'a pattern written out', 'zh-CN': '直接写出的正则表达式' },
  calendar: { en: 'the name of a calendar written out', 'zh-CN': '直接写出的日历名称' },
  date_pattern: { en: 'a date pattern written out', 'zh-CN': '直接写出的日期格式' },
  ...patternReasons,
};

export function problem(path: string, code: ProblemCode, params: Params = {}): Problem {
  return { path, code, params, ...write(code, params, 'en') };
}

/** The same problem with its texts in another language. */
export function translate(known: Problem, language: Language): Problem {
  const { path, code, params } = known;
  return isProblemCode(code) ? { path, code, params, ...write(code, params, language) } : known;
}

/** What an operand may be, in words; undefined for what has none. */
export function describe(expected: string, language: Language): string | undefined {
  return Object.hasOwn(words, expected) ? words[expected]?.[language] : undefined;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(texts, code);
}

function write(code: ProblemCode, params: Params, language: Language): Text {
  const text: Template = texts[code][language];
  const message = fill(text.message, params, language) ?? text.message;
  const hints = [text.hint ?? []].flat();
  const hint = hints.map((each) => fill(each, params, language)).find((filled) => filled !== undefined);
  return hint === undefined ? { message } : { message, hint };
}

function fill(template: string, params: Params, language: Language): string | undefined {
  let complete = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (param === undefined) complete = false;
    const isWord =
      (name === 'expected' || name === 'actual' || name === 'reason') &&
      typeof param === 'string' &&
      Object.hasOwn(words, param);
    return isWord ? (words[param]?.[language] ?? param) : String(param);
  });
  return complete ? text : undefined;
}
