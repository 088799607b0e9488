// One value held against several, and what stands behind the first that it equals.
import { named, optional, repeated } from '../help.ts';
import type { Operand } from '../operand.ts';
import { join, sql, type Sql } from '../sql.ts';
import type { Operator } from '../typed.ts';
import { isEqual } from './comparison.ts';
import { anything } from './logic.ts';

export const caseOf: Operator = {
  help: {
    group: 'logic',
    names: { en: 'SWITCH', 'zh-CN': '分情况' },
    parameters: [
      named('value', '值'),
      named('when', '等于'),
      named('then', '结果'),
      optional(repeated(named('otherwise', '否则'))),
    ],
    summary: {
      en: 'The result behind the first case that the value equals, else the last operand; more cases and results may follow.',
      'zh-CN': '取与该值相等的首个情况所对应的结果，都不相等时为最后一项；可以继续写情况和结果。',
    },
    examples: [
      { json: { case: ['b', 'a', 1, 'b', 2] }, result: 2 },
      { json: { case: ['c', 'a', 1, 'b', 2, 0] }, result: 0 },
    ],
  },
  signatures: [
    {
      name: 'case',
      takes: {
        least: 3,
        most: Infinity,
        at: (index, count) => (index === 0 || (index % 2 === 1 && index < count - 1) ? 'key' : 'T'),
      },
      gives: 'T',
      over: anything,
      seesNull: true,
      compares: true,
      evaluate: (value = null, ...cases) => choose(value, cases),
      sql: ([value, ...cases]) => sql`case ${value} ${join(branches(cases), ' ')} end`,
    },
  ],
};

/** A value that is null equals nothing. */
function choose(value: Operand, [when, then, ...rest]: readonly Operand[]): Operand {
  if (when === undefined) return null;
  if (then === undefined) return when;
  return value !== null && isEqual(value, when) ? then : choose(value, rest);
}

function branches([when, then, ...rest]: readonly Sql[]): readonly Sql[] {
  if (when === undefined) return [];
  return then === undefined ? [sql`else ${when}`] : [sql`when ${when} then ${then}`, ...branches(rest)];
}
