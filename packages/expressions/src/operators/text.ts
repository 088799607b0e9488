// Text put together, in another case, without its white space, counted and cut by JSONLogic's own rule.
import { named, optional, repeated } from '../help.ts';
import { join, raw, sql } from '../sql.ts';
import { atLeast, between, exactly, type Operator } from '../typed.ts';
import { characters, lower as toLower, textLimit, upper as toUpper, whiteSpace } from '../values/text.ts';
import { joinTexts } from '../values/text-changes.ts';
import { wholeOf } from './literals.ts';

export const cat: Operator = {
  help: {
    group: 'text',
    names: { en: 'CONCAT', 'zh-CN': '连接' },
    sign: '&',
    parameters: [repeated(named('value', '值'))],
    summary: { en: 'The values one after the other as text.', 'zh-CN': '把各值依次连接为文本。' },
    examples: [{ json: { cat: ['No. ', 7] }, result: 'No. 7' }],
  },
  signatures: [
    {
      name: 'cat',
      takes: atLeast(1, 'printable'),
      gives: 'text',
      evaluate: (...texts: readonly string[]) => joinTexts(texts),
      sql: (texts) => {
        const sum = (measure: string) =>
          join(
            texts.map((text) => sql`${raw(measure)}(${text})`),
            ' + ',
          );
        // Bytes are known without reading the text.
        const fits = sql`${sum('octet_length')} <= ${raw(String(4 * textLimit))} and ${sum('char_length')} <= ${raw(String(textLimit))}`;
        return sql`case when ${fits} then ${join(texts, ' || ')} end`;
      },
      repeats: 'all',
    },
  ],
};

export const lower: Operator = {
  help: {
    group: 'text',
    names: { en: 'LOWER', 'zh-CN': '转小写' },
    parameters: [named('text', '文本')],
    summary: { en: 'The text in lower case.', 'zh-CN': '把字母转换为小写。' },
    examples: [{ json: { lower: ['ABC'] }, result: 'abc' }],
  },
  signatures: [
    {
      name: 'lower',
      takes: exactly('text'),
      gives: 'text',
      evaluate: (text: string) => toLower(text),
      sql: ([text]) => sql`lower(${text})`,
    },
  ],
};

export const upper: Operator = {
  help: {
    group: 'text',
    names: { en: 'UPPER', 'zh-CN': '转大写' },
    parameters: [named('text', '文本')],
    summary: { en: 'The text in upper case.', 'zh-CN': '把字母转换为大写。' },
    examples: [{ json: { upper: ['abc'] }, result: 'ABC' }],
  },
  signatures: [
    {
      name: 'upper',
      takes: exactly('text'),
      gives: 'text',
      evaluate: (text: string) => toUpper(text),
      sql: ([text]) => sql`upper(${text})`,
    },
  ],
};

export const trim: Operator = {
  help: {
    group: 'text',
    names: { en: 'TRIM', 'zh-CN': '去空格' },
    parameters: [named('text', '文本')],
    summary: { en: 'The text without white space at its ends.', 'zh-CN': '去掉文本首尾的空白。' },
    examples: [{ json: { trim: ['  a b '] }, result: 'a b' }],
  },
  signatures: [
    {
      name: 'trim',
      takes: exactly('text'),
      gives: 'text',
      evaluate: (text: string) => text.trim(),
      sql: ([text]) => sql`btrim(${text}, ${whiteSpace}::text)`,
    },
  ],
};

/** In characters, each of which is one code point. */
export const length: Operator = {
  help: {
    group: 'text',
    names: { en: 'LEN', 'zh-CN': '长度' },
    parameters: [named('text', '文本')],
    summary: { en: 'How many characters the text has.', 'zh-CN': '文本的字符数。' },
    examples: [{ json: { length: ['华为😀'] }, result: 3 }],
  },
  signatures: [
    {
      name: 'length',
      takes: exactly('text'),
      gives: 'number',
      evaluate: (text: string) => characters(text).length,
      sql: ([text]) => sql`char_length(${text})::numeric`,
    },
  ],
};

/**
 * Text, start, length, in characters, as JSONLogic counts: a negative start counts from the end, a negative length leaves so
 * many off.
 */
export const substr: Operator = {
  help: {
    group: 'text',
    names: { en: 'SUBSTR', 'zh-CN': '截取' },
    parameters: [named('text', '文本'), named('start', '起始'), optional(named('length', '长度'))],
    summary: {
      en: 'A part of the text from a position that counts from 0, or from the end where it is negative; a negative length leaves so many off.',
      'zh-CN': '从某处（从 0 数起，负数从末尾数起）截取文本；长度为负时去掉末尾相应字符。',
    },
    examples: [
      { json: { substr: ['formula', 3] }, result: 'mula' },
      { json: { substr: ['formula', -4, 2] }, result: 'mu' },
    ],
  },
  signatures: [
    {
      name: 'substr',
      takes: between(2, 3, 'text', 'whole', 'whole'),
      gives: 'text',
      evaluate: (text: string, ...[start = 0, count]: readonly number[]) => {
        const rest = characters(text).slice(start);
        return (count === undefined ? rest : rest.slice(0, count)).join('');
      },
      sql: ([text, , count], [, start]) => {
        const from = wholeOf(start) ?? 0;
        const rest = from < 0 ? sql`right(${text}, ${-from}::int)` : sql`substr(${text}, ${from + 1}::int)`;
        return count === undefined ? rest : sql`left(${rest}, ${count}::int)`;
      },
    },
  ],
};
