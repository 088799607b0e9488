// Dates and datetimes as text of one's own form; see ../values/date-pattern.ts for its parts.
import { named } from '../help.ts';
import { sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { readDatePattern, toCharPattern, writeDate, type DatePiece } from '../values/date-pattern.ts';
import { toWall } from '../values/datetimes.ts';
import { textOf } from './literals.ts';

export const formatDate: Operator = {
  help: {
    group: 'date',
    names: { en: 'FORMAT_DATE', 'zh-CN': '日期格式' },
    parameters: [named('date', '日期'), named('format', '格式')],
    summary: {
      en: 'The date as text: YYYY MM DD HH mm ss stand for its parts, M and D for those without a leading zero.',
      'zh-CN': '把日期写成文本：YYYY MM DD HH mm ss 代表各部分，M、D 为不补零的月、日。',
    },
    examples: [
      { json: { format_date: ['2026-03-05', 'YYYY年M月D日'] }, result: '2026年3月5日' },
      { json: { format_date: ['2026-03-31T09:30:00Z', "DD/MM/YYYY 'at' HH:mm"] }, result: '31/03/2026 at 09:30' },
    ],
  },
  signatures: [
    {
      name: 'format_date',
      takes: exactly('date', 'date_pattern'),
      gives: 'text',
      evaluate: (date: string, pattern: string) => writeDate(date, piecesOf(pattern)),
      sql: ([date], [, node]) => sql`to_char(${date}::timestamp, ${written(node)})`,
    },
    {
      name: 'format_datetime',
      takes: exactly('datetime', 'date_pattern'),
      gives: 'text',
      zoned: true,
      evaluate: (instant: string, pattern: string, zone: string) => {
        const wall = toWall(instant, zone);
        return wall === null ? null : writeDate(wall, piecesOf(pattern));
      },
      sql: ([instant, , zone], [, node]) => sql`to_char(${instant} at time zone ${zone}, ${written(node)})`,
    },
  ],
};

/** check lets only patterns through that can be read. */
function piecesOf(pattern: string): readonly DatePiece[] {
  const read = readDatePattern(pattern);
  if (!read.ok) throw new Error('A date pattern has to be written out.');
  return read.pieces;
}

function written(node: TypedExpression | undefined): Sql {
  return sql`${toCharPattern(piecesOf(textOf(node) ?? ''))}::text`;
}
