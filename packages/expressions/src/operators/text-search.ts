// A text within a text. `contains`, `starts_with` and `ends_with` pay no heed to case, as ILIKE; `position` does, as `in` between
// two texts.
import { named } from '../help.ts';
import { call } from '../sql-functions/sql-function.ts';
import { textPositionFunction } from '../sql-functions/text-position.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { indexIn, isSoughtFor, shortLimit } from '../values/text-search.ts';
import { characters, lower as toLower } from '../values/text.ts';
import { textOf } from './literals.ts';

export const contains: Operator = {
  help: {
    group: 'text',
    names: { en: 'CONTAINS', 'zh-CN': '包含' },
    parameters: [named('text', '文本'), named('part', '部分')],
    summary: {
      en: 'Whether the text holds the part; case does not count.',
      'zh-CN': '文本是否包含某部分，不区分大小写。',
    },
    examples: [{ json: { contains: ['Amsterdam', 'STER'] }, result: true }],
  },
  signatures: [
    {
      name: 'contains',
      takes: exactly('text', 'text'),
      gives: 'boolean',
      evaluate: (text: string, part: string) => holds(toLower(text), toLower(part)),
      sql: ([text, part], [, node]) => {
        const short = shortTextOf(node);
        return short === undefined
          ? sql`${positionSql(sql`lower(${text})`, sql`lower(${part})`, node)} > 0`
          : sql`${text} ilike ${`%${escapeLike(short)}%`}`;
      },
    },
  ],
};

export const startsWith: Operator = {
  help: {
    group: 'text',
    names: { en: 'STARTS_WITH', 'zh-CN': '开头是' },
    parameters: [named('text', '文本'), named('part', '部分')],
    summary: {
      en: 'Whether the text starts with the part; case does not count.',
      'zh-CN': '文本是否以某部分开头，不区分大小写。',
    },
    examples: [{ json: { starts_with: ['Amsterdam', 'am'] }, result: true }],
  },
  signatures: [
    {
      name: 'starts_with',
      takes: exactly('text', 'text'),
      gives: 'boolean',
      evaluate: (text: string, part: string) => toLower(text).startsWith(toLower(part)),
      sql: ([text, part], [, node]) => {
        const literal = textOf(node);
        return literal === undefined
          ? sql`starts_with(lower(${text}), lower(${part}))`
          : sql`${text} ilike ${`${escapeLike(literal)}%`}`;
      },
    },
  ],
};

export const endsWith: Operator = {
  help: {
    group: 'text',
    names: { en: 'ENDS_WITH', 'zh-CN': '结尾是' },
    parameters: [named('text', '文本'), named('part', '部分')],
    summary: {
      en: 'Whether the text ends with the part; case does not count.',
      'zh-CN': '文本是否以某部分结尾，不区分大小写。',
    },
    examples: [{ json: { ends_with: ['report.PDF', '.pdf'] }, result: true }],
  },
  signatures: [
    {
      name: 'ends_with',
      takes: exactly('text', 'text'),
      gives: 'boolean',
      evaluate: (text: string, part: string) => toLower(text).endsWith(toLower(part)),
      sql: ([text, part], [, node]) => {
        const short = shortTextOf(node);
        return short === undefined
          ? sql`right(lower(${text}), char_length(${part})) = lower(${part})`
          : sql`${text} ilike ${`%${escapeLike(short)}`}`;
      },
      repeats: [1],
    },
  ],
};

export const position: Operator = {
  help: {
    group: 'text',
    names: { en: 'FIND', 'zh-CN': '查找' },
    parameters: [named('part', '部分'), named('text', '文本')],
    summary: {
      en: 'Where the part first stands in the text, the first character being 1; 0 where it does not. Case counts.',
      'zh-CN': '某部分在文本中首次出现的位置，首个字符为 1，未出现为 0；区分大小写。',
    },
    examples: [
      { json: { position: ['mu', 'formula'] }, result: 4 },
      { json: { position: ['MU', 'formula'] }, result: 0 },
    ],
  },
  signatures: [
    {
      name: 'position',
      takes: exactly('text', 'text'),
      gives: 'number',
      evaluate: (part: string, text: string) => {
        if (!isSoughtFor(part)) return null;
        const at = indexIn(text, part);
        return at < 0 ? 0 : characters(text.slice(0, at)).length + 1;
      },
      sql: ([part, text], [node]) => sql`${positionSql(text, part, node)}::numeric`,
    },
  ],
};

/** A part too long to be looked for is in no text. */
export function holds(text: string, part: string): boolean {
  return isSoughtFor(part) && indexIn(text, part) >= 0;
}

/** `node` is the part's; one that is short, as most are, needs no function of ours. */
export function positionSql(text: Sql | undefined, part: Sql | undefined, node: TypedExpression | undefined): Sql {
  return shortTextOf(node) === undefined
    ? call(textPositionFunction, [text ?? raw('null'), part ?? raw('null')])
    : sql`strpos(${text}, ${part})`;
}

/** A part written out, so short that it is found soon however the text repeats itself. */
function shortTextOf(node: TypedExpression | undefined): string | undefined {
  const literal = textOf(node);
  return literal !== undefined && literal.length <= shortLimit ? literal : undefined;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
