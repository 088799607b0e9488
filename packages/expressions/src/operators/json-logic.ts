// What JSONLogic has besides: lists joined into one, and `log`.
import { named, optional, repeated } from '../help.ts';
import { mostMembers } from '../limits.ts';
import { postgresType } from '../postgres-type.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { atLeast, exactly, type Operator, type TypedExpression } from '../typed.ts';
import { isList } from '../values/json.ts';
import { anything } from './logic.ts';

export const merge: Operator = {
  help: {
    group: 'list',
    names: { en: 'MERGE', 'zh-CN': '合并列表' },
    parameters: [optional(repeated(named('list', '列表')))],
    summary: {
      en: 'One list of all members of the lists, in their order; a single value counts as a list of one.',
      'zh-CN': '把各列表的成员按顺序合并为一个列表；单个值视为只有一个成员的列表。',
    },
    examples: [{ json: { merge: [['a', 'b'], 'c', []] }, result: ['a', 'b', 'c'] }],
  },
  signatures: [
    {
      name: 'merge',
      takes: atLeast(0, 'members'),
      gives: 'T[]',
      over: ['text', 'number', 'id'],
      seesNull: true,
      evaluate: (...lists) => {
        const there = lists.filter((list) => list !== null && isList(list));
        return there.reduce((sum, { length }) => sum + length, 0) > mostMembers ? null : there.flat();
      },
      sql: (lists, nodes) => merged(lists, nodes),
      repeats: 'all',
    },
  ],
};

/** Expressions are not for writing anywhere; what JSONLogic hands on here stays what it is. */
export const log: Operator = {
  help: {
    group: 'logic',
    names: { en: 'TRACE', 'zh-CN': '原样返回' },
    parameters: [named('value', '值')],
    summary: { en: 'The value as it is.', 'zh-CN': '原样返回该值。' },
    examples: [{ json: { log: ['a'] }, result: 'a' }],
  },
  signatures: [
    {
      name: 'log',
      takes: exactly('T'),
      gives: 'T',
      over: anything,
      seesNull: true,
      evaluate: (value = null) => value,
      sql: ([value = raw('null')]) => value,
    },
  ],
};

function merged(lists: readonly Sql[], nodes: readonly TypedExpression[]): Sql {
  const type = raw(postgresType(nodes[0]?.type ?? 'text[]'));
  if (lists.length === 0) return sql`'{}'::${type}`;
  const all = join(
    lists.map((list) => sql`coalesce(${list}::${type}, '{}')`),
    ' || ',
  );
  // What is written out is within the limit on the parts of an expression.
  if (nodes.every(({ kind }) => kind === 'list')) return sql`(${all})`;
  const lengths = lists.map((list) => sql`coalesce(cardinality(${list}), 0)`);
  return sql`case when ${join(lengths, ' + ')} <= ${raw(String(mostMembers))} then ${all} end`;
}
