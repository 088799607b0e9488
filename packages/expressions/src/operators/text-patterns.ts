// Regular expressions, of the subset in ../pattern that both interpreters read alike; case counts.
import { named } from '../help.ts';
import { parsePattern } from '../pattern/parse-pattern.ts';
import { toPostgres } from '../pattern/to-postgres.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { replaceMatchesFunction } from '../sql-functions/replace-matches.ts';
import { call } from '../sql-functions/sql-function.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { matchesPattern, replacePattern } from '../values/patterns.ts';
import { textOf } from './literals.ts';

export const matches: Operator = {
  help: {
    group: 'text',
    names: { en: 'MATCHES', 'zh-CN': '匹配正则' },
    parameters: [named('text', '文本'), named('pattern', '正则表达式')],
    summary: {
      en: 'Whether the regular expression is found anywhere in the text; ^ and $ stand for its start and end.',
      'zh-CN': '文本中是否有符合正则表达式的部分；^ 和 $ 表示文本的开头和结尾。',
    },
    examples: [
      { json: { matches: ['AB-1234', '^[A-Z]{2}-\\d+$'] }, result: true },
      { json: { matches: ['ab-1234', '^[A-Z]'] }, result: false },
    ],
  },
  signatures: [
    {
      name: 'matches',
      takes: exactly('text', 'pattern'),
      gives: 'boolean',
      evaluate: (text: string, pattern: string) => matchesPattern(text, pattern),
      sql: ([text], [, node]) => sql`${text} ~ ${patternOf(node)}`,
    },
  ],
};

export const replaceMatches: Operator = {
  help: {
    group: 'text',
    names: { en: 'REGEX_REPLACE', 'zh-CN': '正则替换' },
    parameters: [named('text', '文本'), named('pattern', '正则表达式'), named('replacement', '新文字')],
    summary: {
      en: 'The text with everything replaced that the regular expression finds, each time the longest piece.',
      'zh-CN': '把文本中符合正则表达式的每一处（取最长的一段）替换为新文字。',
    },
    examples: [{ json: { replace_matches: ['+86 (10) 1234', '[^0-9]', ''] }, result: '86101234' }],
  },
  signatures: [
    {
      name: 'replace_matches',
      takes: exactly('text', 'pattern', 'text'),
      gives: 'text',
      evaluate: (text: string, pattern: string, replacement: string) => replacePattern(text, pattern, replacement),
      sql: ([text = raw('null'), , replacement = raw('null')], [, node]) =>
        call(replaceMatchesFunction, [text, patternOf(node), replacement]),
    },
  ],
};

/** check lets only patterns through that can be read. */
function patternOf(node: TypedExpression | undefined): Sql {
  const parsed = parsePattern(textOf(node) ?? '');
  if (!parsed.ok) throw new Error('A pattern has to be written out.');
  return sql`${toPostgres(parsed.pattern)}::text`;
}
