// Whether there is anything: null, empty text and the empty list are blank.
import { sql } from '../sql.ts';
import { exactly, type Operator } from '../typed.ts';

export const isBlank: Operator = {
  signatures: [
    {
      name: 'is_blank',
      takes: exactly('any'),
      gives: 'boolean',
      seesNull: true,
      evaluate: (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
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
