// What an expression may know of: names and their types, child tables, calendars and rates. Who makes one decides what the asker
// may name; what is not in it does not exist.
import type { ExchangeRate, ValueType, WorkingDays } from './types.ts';

export interface Option {
  readonly value: string;
  /** In whatever languages it has one: what people write in place of the value. */
  readonly labels: readonly string[];
}

export interface Scope {
  /**
   * The type of what a path leads to, undefined where it leads nowhere. Fields come as their plain path (`$record.x` as x), the
   * rest as written: `$old.x`, `$user.id`. `$now` and `$today` are not asked for.
   */
  typeOf(path: readonly string[]): ValueType | undefined;
  /** What may be named behind a path of look-ups, or first where there is none: for the one that was meant. */
  namesBehind?(path: readonly string[]): Iterable<string>;
  /** The values that what a path leads to may have; undefined where they are not listed. Absent: constants are not held against them. */
  optionsOf?(path: readonly string[]): readonly Option[] | undefined;
  /** The names within a row of the child table that a path leads to; undefined where it leads to none. */
  rowsOf?(path: readonly string[]): Scope | undefined;
  /** The working days that a calendar of this name knows. */
  calendar?(name: string): WorkingDays | undefined;
  /** For the one that was meant where a name is not known. */
  calendarNames?(): Iterable<string>;
  /** The rates that amounts are converted by; absent: none are known here. */
  readonly rates?: readonly ExchangeRate[];
}
