// Whether there is anything: null, empty text and the empty list are blank.
import { named } from '../help.ts';
import type { Operand } from '../operand.ts';
import { sql } from '../sql.ts';
import { exactly, type Operator } from '../typed.ts';

export const isBlank: Operator = {
  help: {
    group: 'logic',
    names: { en: 'ISBLANK', 'zh-CN': '为空' },
    parameters: [named('value', '值')],
    summary: {
      en: 'Whether there is nothing: no value, blank text or an empty list.',
      'zh-CN': '是否为空：没有值、空文本或空列表。',
    },
    examples: [
      { json: { is_blank: [''] }, result: true },
      { json: { is_blank: [0] }, result: false },
    ],
  },
  signatures: [
    {
      name: 'is_blank',
      takes: exactly('any'),
      gives: 'boolean',
      seesNull: true,
      evaluate: (value = null) => isBlankValue(value),
      sql: ([value], [node]) => {
        switch (node?.type) {
          case 'text':
            return sql`(${value} is null or ${value} = '')`;
          case 'text[]':
          case 'number[]':
          case 'id[]':
            return sql`(${value} is null or ${value} = '{}')`;
          case 'json':
            return sql`(${value} is null or ${value} in ('null', '""', '[]'))`;
          default:
            return sql`${value} is null`;
        }
      },
      exact: true,
      repeats: [0],
    },
  ],
};

export function isBlankValue(value: Operand): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
