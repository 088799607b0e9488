// Text. `contains` and `starts_with` pay no heed to case, as ILIKE; `in` between two texts does.
import { join, sql } from '../sql.ts';
import { atLeast, between, exactly, type Operator, type TypedExpression } from '../typed.ts';
import { characters, lower as toLower, upper as toUpper, whiteSpace } from '../values/text.ts';

export const cat: Operator = {
  signatures: [
    {
      name: 'cat',
      takes: atLeast(1, 'printable'),
      gives: 'text',
      evaluate: (...texts: readonly string[]) => texts.join(''),
      sql: (args) => sql`(${join(args, ' || ')})`,
    },
  ],
};

export const lower: Operator = {
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
        const from = wholeOf(start);
        const rest = from < 0 ? sql`right(${text}, ${-from}::int)` : sql`substr(${text}, ${from + 1}::int)`;
        return count === undefined ? rest : sql`left(${rest}, ${count}::int)`;
      },
    },
  ],
};

export const contains: Operator = {
  signatures: [
    {
      name: 'contains',
      takes: exactly('text', 'text'),
      gives: 'boolean',
      evaluate: (text: string, part: string) => toLower(text).includes(toLower(part)),
      sql: ([text, part], [, node]) => {
        const literal = textOf(node);
        return literal === undefined
          ? sql`position(lower(${part}) in lower(${text})) > 0`
          : sql`${text} ilike ${`%${escapeLike(literal)}%`}`;
      },
    },
  ],
};

export const startsWith: Operator = {
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

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function textOf(node: TypedExpression | undefined): string | undefined {
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}

function wholeOf(node: TypedExpression | undefined): number {
  return node?.kind === 'literal' && typeof node.value === 'number' ? node.value : 0;
}
