// Between JSON and the canonical values of ./operand: one door in, one door out. What does not fit its type reads as null:
// a form asks while its user is still typing.
import type { Operand } from '../operand.ts';
import type { Value, ValueType } from '../types.ts';
import { isDate } from './dates.ts';
import { readDatetime, readTime, writeDatetime, writeTime } from './datetimes.ts';
import { isNumeric, readNumber, writeNumber } from './numbers.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function readValue(value: unknown, type: ValueType): Operand {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'text':
      return typeof value === 'string' ? value : null;
    case 'number':
      return readNumber(value);
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' && isDate(value) ? value : null;
    case 'datetime':
      return typeof value === 'string' ? readDatetime(value) : null;
    case 'time':
      return typeof value === 'string' ? readTime(value) : null;
    case 'id':
      return readId(value);
    case 'json':
      return isJson(value) ? value : null;
    case 'text[]':
      return readList(value, 'text');
    case 'number[]':
      return readList(value, 'number');
    case 'id[]':
      return readList(value, 'id');
    case 'null':
      return null;
  }
}

export function writeValue(value: Operand, type: ValueType): Value {
  if (value === null || typeof value === 'boolean') return value;
  if (isNumeric(value)) return writeNumber(value);
  if (typeof value === 'string') {
    if (type === 'datetime') return writeDatetime(value);
    return type === 'time' ? writeTime(value) : value;
  }
  return isList(value) ? value.map((item) => writeValue(item, type)) : value;
}

export function isList(value: Operand): value is readonly Operand[] {
  return Array.isArray(value);
}

function readList(value: unknown, item: ValueType): Operand {
  return Array.isArray(value) ? value.map((member) => readValue(member, item)) : null;
}

/** A relation stands in a record as its id, or as the record that it leads to. */
function readId(value: unknown): Operand {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'id') && 'id' in value)
    return readId(value.id);
  if (typeof value !== 'string') return null;
  const id = value.toLowerCase();
  return uuid.test(id) ? id : null;
}

function isJson(value: unknown): value is Value {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}
