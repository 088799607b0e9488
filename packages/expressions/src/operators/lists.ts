// Membership in lists written out, in list-typed fields such as tags, and in lists of the context such as $user.teams;
// and what `in` means between two texts.
import { named } from '../help.ts';
import type { Operand } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { equatable, isEqual } from './comparison.ts';
import { holds, positionSql } from './text-search.ts';

const listed: readonly ValueType[] = ['text', 'number', 'id'];

/** A list-typed field is asked `@>`, which a GIN index answers; any other list `= any`, which a B-tree on the value does. */
export const isIn: Operator = {
  help: {
    group: 'list',
    names: { en: 'IN', 'zh-CN': '属于' },
    parameters: [named('value', '值'), named('list', '列表')],
    summary: {
      en: 'Whether a value is in a list, or a text within another, where case counts.',
      'zh-CN': '值是否在列表中；两个文本则看前者是否出现在后者之中，区分大小写。',
    },
    examples: [
      { json: { in: ['won', ['won', 'lost']] }, result: true },
      { json: { in: ['am', 'Amsterdam'] }, result: true },
    ],
  },
  signatures: [
    {
      name: 'in_list',
      takes: exactly('T', 'T[]'),
      gives: 'boolean',
      over: equatable,
      compares: true,
      evaluate: (value, list: readonly Operand[]) => has(list, value),
      sql: ([value, list], [, node]) => {
        if (isNull(node)) return raw('null::boolean');
        return isField(node) ? sql`${list}${cast(node)} @> array[${value}]${cast(node)}` : sql`${value} = any(${list})`;
      },
    },
    {
      name: 'in_text',
      takes: exactly('text', 'text'),
      gives: 'boolean',
      evaluate: (part: string, text: string) => holds(text, part),
      sql: ([part, text], [node]) => sql`${positionSql(text, part, node)} > 0`,
    },
  ],
};

export const hasAny: Operator = {
  help: {
    group: 'list',
    names: { en: 'HAS_ANY', 'zh-CN': '包含任一' },
    parameters: [named('list', '列表'), named('wanted', '所需的值')],
    summary: {
      en: 'Whether a list has at least one of the wanted values.',
      'zh-CN': '列表是否至少含有所需值中的一个。',
    },
    examples: [
      {
        json: {
          has_any: [
            ['a', 'b'],
            ['b', 'c'],
          ],
        },
        result: true,
      },
    ],
  },
  signatures: [
    {
      name: 'has_any',
      takes: exactly('T[]', 'T[]'),
      gives: 'boolean',
      over: listed,
      compares: true,
      evaluate: (list: readonly Operand[], wanted: readonly Operand[]) => wanted.some((value) => has(list, value)),
      sql: ([list, wanted], [node]) => sql`${list}${cast(node)} && ${wanted}${cast(node)}`,
      weight: 100,
    },
  ],
};

export const hasAll: Operator = {
  help: {
    group: 'list',
    names: { en: 'HAS_ALL', 'zh-CN': '包含全部' },
    parameters: [named('list', '列表'), named('wanted', '所需的值')],
    summary: { en: 'Whether a list has every one of the wanted values.', 'zh-CN': '列表是否含有全部所需的值。' },
    examples: [
      {
        json: {
          has_all: [
            ['a', 'b'],
            ['b', 'c'],
          ],
        },
        result: false,
      },
    ],
  },
  signatures: [
    {
      name: 'has_all',
      takes: exactly('T[]', 'T[]'),
      gives: 'boolean',
      over: listed,
      compares: true,
      evaluate: (list: readonly Operand[], wanted: readonly Operand[]) => wanted.every((value) => has(list, value)),
      sql: ([list, wanted], [node]) => sql`${list}${cast(node)} @> ${wanted}${cast(node)}`,
      weight: 100,
    },
  ],
};

/** Null is a member of nothing. */
function has(list: readonly Operand[], value: Operand): boolean {
  return value !== null && list.some((member) => isEqual(member, value));
}

function isField(node: TypedExpression | undefined): boolean {
  return node?.kind === 'var' && !node.path[0]?.startsWith('$');
}

/** Of most types there is no list that a null could be cast to. */
function isNull(node: TypedExpression | undefined): boolean {
  return node?.kind === 'literal' && node.value === null;
}

/** `bigint[]`, as lists of whole numbers are given, and `numeric[]` have no operators in common. */
function cast(node: TypedExpression | undefined): Sql {
  return raw(node?.type === 'number[]' ? '::numeric[]' : '');
}
