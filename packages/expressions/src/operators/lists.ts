// Membership in lists written out, in list-typed fields such as tags, and in lists of the context such as $user.teams;
// and what `in` means between two texts.
import type { Operand } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { equatable, isEqual } from './comparison.ts';

const listed: readonly ValueType[] = ['text', 'number', 'id'];

/** A list-typed field is asked `@>`, which a GIN index answers; any other list `= any`, which a B-tree on the value does. */
export const isIn: Operator = {
  signatures: [
    {
      name: 'in_list',
      takes: exactly('T', 'T[]'),
      gives: 'boolean',
      over: equatable,
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
      evaluate: (part: string, text: string) => text.includes(part),
      sql: ([part, text]) => sql`position(${part} in ${text}) > 0`,
    },
  ],
};

export const hasAny: Operator = {
  signatures: [
    {
      name: 'has_any',
      takes: exactly('T[]', 'T[]'),
      gives: 'boolean',
      over: listed,
      evaluate: (list: readonly Operand[], wanted: readonly Operand[]) => wanted.some((value) => has(list, value)),
      sql: ([list, wanted], [node]) => sql`${list}${cast(node)} && ${wanted}${cast(node)}`,
    },
  ],
};

export const hasAll: Operator = {
  signatures: [
    {
      name: 'has_all',
      takes: exactly('T[]', 'T[]'),
      gives: 'boolean',
      over: listed,
      evaluate: (list: readonly Operand[], wanted: readonly Operand[]) => wanted.every((value) => has(list, value)),
      sql: ([list, wanted], [node]) => sql`${list}${cast(node)} @> ${wanted}${cast(node)}`,
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
