// A look-up's filter may speak of the record that is being edited: `{ "var": "$record.account" }`. The server's lists know no such
// record, so its values are put in here.
import type { RecordData } from '../model.ts';

/** Undefined where a value that the filter needs is not there yet: then nothing is held back. */
export function boundFilter(filter: unknown, record: RecordData): unknown {
  const missing = { is: false };
  const bound = bind(filter, record, missing);
  return missing.is ? undefined : bound;
}

function bind(expression: unknown, record: RecordData, missing: { is: boolean }): unknown {
  if (Array.isArray(expression)) return expression.map((item) => bind(item, record, missing));
  if (typeof expression !== 'object' || expression === null) return expression;
  const name = 'var' in expression && typeof expression.var === 'string' ? fieldOfRecord(expression.var) : undefined;
  if (name === undefined) {
    return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, bind(value, record, missing)]));
  }
  const value = idOf(Object.hasOwn(record, name) ? record[name] : null);
  missing.is ||= value === null || value === undefined || value === '';
  return value;
}

function fieldOfRecord(path: string): string | undefined {
  return path.startsWith('$record.') ? path.slice('$record.'.length) : undefined;
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}
