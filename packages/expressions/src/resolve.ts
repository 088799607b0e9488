// How SQL finds what an expression names: the caller knows the tables, their aliases and which rows may be seen.
import type { Sql } from './sql.ts';

/**
 * What a path stands for: a column for fields; for `$now`, `$today`, `$user.…`, `$old.…` and `$time_zone` (the name of the asker's
 * zone, which operators ask for that need it) a parameter or a column, to which the cast is added here. Columns stand anywhere as
 * they are: a name, or something in parentheses. They carry their alias, since rows of other tables may stand around them.
 */
export interface Resolve {
  (path: readonly string[]): Sql;
  /** Whether a path is a column of numeric: a bigint that it is compared with would be converted for every row. */
  readonly isNumeric?: (path: readonly string[]) => boolean;
  /** The rows of the child table that a path leads to. */
  readonly rows?: (path: readonly string[]) => RowsSql;
}

export interface RowsSql {
  /** The table with its alias, and what has been joined to it for the names that were asked for by then. */
  from(): Sql;
  /** Which of its rows are those of the record, and may be counted; parts of an `and` as they are. */
  readonly where: Sql;
  /** The plain names within a row. */
  readonly resolve: Resolve;
}
