// The vocabulary that everything here shares: the types of values, values as JSON carries them, problems, results.

/** `null` is the type of the word null alone; it fits every other type. */
export type ValueType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'id'
  | 'json'
  | 'text[]'
  | 'number[]'
  | 'id[]'
  | 'null';

/**
 * A value as it stands in JSON: dates as YYYY-MM-DD, datetimes in ISO 8601 with a zone, numbers of more than 15
 * significant digits as text.
 */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** What is wrong, where (a JSON pointer into the expression), and where we know it, the way out. */
export interface Problem {
  readonly path: string;
  /** Stable; the key into the texts of ./messages. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** What the texts are filled with, so that they can be had in another language. */
  readonly params: { readonly [name: string]: string | number };
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Which days are worked on. Dates are YYYY-MM-DD; `on` are days that are worked although the week says otherwise. */
export interface WorkingDays {
  /** Monday first. */
  readonly week: readonly [boolean, boolean, boolean, boolean, boolean, boolean, boolean];
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** From the day `since` on, one `from` is `rate` of `to`; currencies by ISO 4217, the rate as decimal text. */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly rate: string;
}
