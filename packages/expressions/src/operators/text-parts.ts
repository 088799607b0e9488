// Parts of a text by their place, which counts from 1 as in spreadsheets; `substr` counts as JSONLogic does.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { truncate } from '../values/numbers.ts';
import { characters } from '../values/text.ts';
import { wholeOf } from './literals.ts';

const text = named('text', '文本');
const size = named('count', '字符数');

export const left: Operator = {
  help: {
    group: 'text',
    names: { en: 'LEFT', 'zh-CN': '左取' },
    parameters: [text, size],
    summary: { en: 'So many characters from the start of the text.', 'zh-CN': '从文本开头取若干个字符。' },
    examples: [{ json: { left: ['formula', 4] }, result: 'form' }],
  },
  signatures: [
    {
      name: 'left',
      takes: exactly('text', 'number'),
      gives: 'text',
      evaluate: (value: string, length: Numeric) => part(value, 0, truncate(length)),
      sql: ([value, length], [, node]) => sql`left(${value}, ${bounded(length, node, 0)})`,
      repeats: [1],
    },
  ],
};

export const right: Operator = {
  help: {
    group: 'text',
    names: { en: 'RIGHT', 'zh-CN': '右取' },
    parameters: [text, size],
    summary: { en: 'So many characters from the end of the text.', 'zh-CN': '从文本末尾取若干个字符。' },
    examples: [{ json: { right: ['formula', 3] }, result: 'ula' }],
  },
  signatures: [
    {
      name: 'right',
      takes: exactly('text', 'number'),
      gives: 'text',
      evaluate: (value: string, length: Numeric) => {
        const all = characters(value);
        return all.slice(Math.max(all.length - Math.max(truncate(length), 0), 0)).join('');
      },
      sql: ([value, length], [, node]) => sql`right(${value}, ${bounded(length, node, 0)})`,
      repeats: [1],
    },
  ],
};

export const mid: Operator = {
  help: {
    group: 'text',
    names: { en: 'MID', 'zh-CN': '中取' },
    parameters: [text, named('start', '起始'), size],
    summary: {
      en: 'So many characters of the text from a position on; the first is 1.',
      'zh-CN': '从指定位置起取若干个字符，首个字符的位置为 1。',
    },
    examples: [{ json: { mid: ['formula', 4, 2] }, result: 'mu' }],
  },
  signatures: [
    {
      name: 'mid',
      takes: exactly('text', 'number', 'number'),
      gives: 'text',
      evaluate: (value: string, start: Numeric, length: Numeric) =>
        part(value, Math.max(truncate(start), 1) - 1, truncate(length)),
      sql: ([value, start, length], [, from, count]) =>
        sql`substr(${value}, ${bounded(start, from, 1)}, ${bounded(length, count, 0)})`,
      repeats: [1, 2],
    },
  ],
};

/** A count below zero takes nothing. */
function part(value: string, from: number, length: number): string {
  return characters(value)
    .slice(from, from + Math.max(length, 0))
    .join('');
}

/** No text is as long as an integer can say. */
function bounded(value: Sql | undefined, node: TypedExpression | undefined, least: number): Sql {
  const written = wholeOf(node);
  if (written !== undefined && written >= least && written <= most) return sql`${value}::int`;
  const [low, high] = [raw(String(least)), raw(String(most))];
  return sql`case when ${value} < ${low} then ${low} when ${value} > ${high} then ${high} else trunc(${value})::int end`;
}

const most = 2_147_483_647;
