// The texts of whatever is wrong with a formula as it is written, by code and language; what is wrong with the expression that it
// stands for is told in the words of ../messages.ts. Each problem says which piece of the text it is about.
import type { Bilingual } from '../help.ts';
import { translate, type Language } from '../messages.ts';
import type { Problem } from '../types.ts';
import { positionOf, type Position, type Range } from './range.ts';

export interface FormulaProblem extends Range, Position {
  /** Stable. */
  readonly code: string;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
}

type Params = Problem['params'];

interface Text {
  readonly message: string;
  readonly hint?: string;
}

const texts = {
  nothing_written: {
    en: { message: 'Nothing is written here yet.', hint: 'Begin with a field, a value or a function.' },
    'zh-CN': { message: '尚未填写公式。', hint: '可从字段、值或函数开始。' },
  },
  unknown_character: {
    en: { message: 'The character "{character}" means nothing in a formula.' },
    'zh-CN': { message: '公式中不能使用字符“{character}”。' },
  },
  other_sign: {
    en: { message: '"{sign}" is not a sign of formulas.', hint: 'Write {suggestion}.' },
    'zh-CN': { message: '公式中没有“{sign}”这个符号。', hint: '请写 {suggestion}。' },
  },
  percent_sign: {
    en: { message: '"%" is not a sign of formulas.', hint: 'Write 0.2 for 20 %, and MOD(a, b) for a remainder.' },
    'zh-CN': { message: '公式中没有“%”这个符号。', hint: '20% 请写 0.2；求余数请用 MOD(a, b)。' },
  },
  single_quotes: {
    en: { message: 'Text stands in double quotes.', hint: 'Write {suggestion}.' },
    'zh-CN': { message: '文本须写在双引号中。', hint: '请写 {suggestion}。' },
  },
  text_not_closed: {
    en: {
      message: 'The text that begins here has no closing quote.',
      hint: 'A quote within a text is written twice: "".',
    },
    'zh-CN': { message: '从此处开始的文本缺少结束的引号。', hint: '文本中的引号要写两次：""。' },
  },
  label_not_closed: {
    en: { message: 'The label that begins here has no closing bracket.', hint: 'Write "]" behind it.' },
    'zh-CN': { message: '从此处开始的字段标签缺少右方括号。', hint: '请在其后写“]”。' },
  },
  name_not_closed: {
    en: { message: 'The name that begins here has no closing backtick.', hint: 'Write "`" behind it.' },
    'zh-CN': { message: '从此处开始的名称缺少结束的反引号。', hint: '请在其后写“`”。' },
  },
  parenthesis_not_closed: {
    en: { message: 'The parenthesis that opens here is not closed.', hint: 'Write ")" where it ends.' },
    'zh-CN': { message: '此处的左括号没有对应的右括号。', hint: '请在结束处写“)”。' },
  },
  list_not_closed: {
    en: { message: 'The list that opens here is not closed.', hint: 'Write "}" behind its last value.' },
    'zh-CN': { message: '从此处开始的列表没有结束。', hint: '请在最后一个值后写“}”。' },
  },
  extra_closing: {
    en: { message: 'There is nothing open that "{token}" could close.' },
    'zh-CN': { message: '此处的“{token}”没有与之对应的开头。' },
  },
  missing_before: {
    en: { message: 'A value is missing before "{token}".', hint: 'No value at all is written NULL.' },
    'zh-CN': { message: '“{token}”前缺少一个值。', hint: '如需空值，请写 NULL 或“空”。' },
  },
  missing_behind: {
    en: { message: 'A value is missing after "{token}".' },
    'zh-CN': { message: '“{token}”后缺少一个值。' },
  },
  unexpected: {
    en: { message: 'A sign or a comma is missing before "{token}".' },
    'zh-CN': { message: '“{token}”前缺少运算符或逗号。' },
  },
  chained_comparison: {
    en: {
      message: 'Only comparisons of one direction may follow one another, such as 0 < x < 10.',
      hint: 'Write two comparisons and join them with AND.',
    },
    'zh-CN': {
      message: '只有同一方向的比较才能连写，例如 0 < x < 10。',
      hint: '请写成两个比较，并用“且”连接。',
    },
  },
  unknown_function: {
    en: { message: 'There is no function "{name}".', hint: 'Did you mean {suggestion}?' },
    'zh-CN': { message: '没有函数“{name}”。', hint: '是否想用 {suggestion}？' },
  },
  unknown_name: {
    en: { message: 'There is no field "{name}" here.', hint: 'Did you mean {suggestion}?' },
    'zh-CN': { message: '此处没有字段“{name}”。', hint: '是否想写 {suggestion}？' },
  },
  unknown_word: {
    en: { message: 'There is no field "{name}" here.', hint: 'If it is a text, write "{name}".' },
    'zh-CN': { message: '此处没有字段“{name}”。', hint: '如果是文本，请写成 "{name}"。' },
  },
  ambiguous_label: {
    en: { message: 'Several fields are called "{name}".', hint: 'Write the name of one, such as {suggestion}.' },
    'zh-CN': { message: '有多个字段的标签是“{name}”。', hint: '请写字段的名称，例如 {suggestion}。' },
  },
  old_takes_a_field: {
    en: { message: '"{function}" takes one field of the record.' },
    'zh-CN': { message: '“{function}”需要写一个本记录的字段。' },
  },
  no_operands: {
    en: { message: '"{function}" takes nothing.', hint: 'Write {function}().' },
    'zh-CN': { message: '“{function}”不需要参数。', hint: '请写 {function}()。' },
  },
} as const satisfies { readonly [code: string]: { readonly [language in Language]: Text } };

export type FormulaProblemCode = keyof typeof texts;

export function isFormulaProblemCode(code: string): code is FormulaProblemCode {
  return Object.hasOwn(texts, code);
}

const numberAsText: Bilingual = {
  en: 'As text it is written in quotes: "{value}".',
  'zh-CN': '作为文本时须加引号："{value}"。',
};

export function formulaProblem(
  text: string,
  range: Range,
  code: FormulaProblemCode,
  params: Params = {},
): FormulaProblem {
  const known: { readonly [language in Language]: Text } = texts[code];
  const { en, 'zh-CN': zh } = known;
  const hint = inBoth(fill(en.hint, params), fill(zh.hint, params));
  return {
    ...piece(text, range),
    code,
    message: { en: fill(en.message, params) ?? en.message, 'zh-CN': fill(zh.message, params) ?? zh.message },
    ...hint,
  };
}

/** A problem of the expression; `operator` is how formulas write the operator that it names, `number` what should be text. */
export function expressionProblem(
  text: string,
  range: Range,
  problem: Problem,
  { operator, number }: { readonly operator?: Bilingual; readonly number?: number } = {},
): FormulaProblem {
  const inLanguage = (language: Language): Problem =>
    translate(
      operator ? { ...problem, params: { ...problem.params, operator: operator[language] } } : problem,
      language,
    );
  const [en, zh] = [inLanguage('en'), inLanguage('zh-CN')];
  const params: Params = number === undefined ? {} : { value: number };
  return {
    ...piece(text, range),
    code: problem.code,
    message: { en: en.message, 'zh-CN': zh.message },
    ...inBoth(en.hint ?? fill(numberAsText.en, params), zh.hint ?? fill(numberAsText['zh-CN'], params)),
  };
}

function piece(text: string, { offset, length }: Range): Range & Position {
  return { offset, length, ...positionOf(text, offset) };
}

function inBoth(en: string | undefined, zh: string | undefined): Pick<FormulaProblem, 'hint'> {
  return en === undefined || zh === undefined ? {} : { hint: { en, 'zh-CN': zh } };
}

/** Undefined where something that the template names is not known. */
function fill(template: string | undefined, params: Params): string | undefined {
  const names = Array.from(template?.matchAll(/\{(\w+)\}/g) ?? [], ([, name = '']) => name);
  if (!names.every((name) => Object.hasOwn(params, name))) return undefined;
  return template?.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}
