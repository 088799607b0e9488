// What an operand of a function may be, in the words of the page. Mostly those in which problems speak of it.
import { anything } from '../operators/logic.ts';
import type { Bilingual } from '../help.ts';
import { describe, type Language } from '../messages.ts';
import type { Parameter } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { periods, units } from '../values/dates.ts';
import { clockUnits } from '../values/elapsed.ts';
import { words } from './words.ts';

export function operandWords(parameter: Parameter | 'fold', language: Language): string {
  return own[parameter]?.[language] ?? describe(parameter, language) ?? parameter;
}

/** The types that T may be, told below a table. */
export function typesOf(over: readonly ValueType[], language: Language): string {
  if (over.length === anything.length) return words[language].anyType;
  return over.map((type) => describe(type, language) ?? type).join(language === 'en' ? ', ' : '、');
}

const own: { readonly [parameter in Parameter | 'fold']?: Bilingual } = {
  T: { en: 'T', 'zh-CN': 'T' },
  'T[]': { en: 'a list of T', 'zh-CN': 'T 的列表' },
  key: { en: 'K', 'zh-CN': 'K' },
  truth: { en: 'anything, seen as true or false', 'zh-CN': '任意值，视为是/否' },
  any: { en: 'anything', 'zh-CN': '任意值' },
  null: { en: '`NULL`', 'zh-CN': '`空`' },
  printable: { en: 'a single value', 'zh-CN': '单个值' },
  day: { en: 'a date, or a date with time', 'zh-CN': '日期或日期时间' },
  members: { en: 'T, or a list of T', 'zh-CN': 'T 或 T 的列表' },
  unit: writtenOut(units),
  clock_unit: writtenOut(clockUnits),
  period: writtenOut(periods),
};

function writtenOut(choices: readonly string[]): Bilingual {
  const quoted = choices.map((choice) => `\`"${choice}"\``);
  return { en: `${quoted.join(', ')} written out`, 'zh-CN': `直接写出的 ${quoted.join('、')}` };
}
