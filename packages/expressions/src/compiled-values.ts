// Values of a record on their way into closures: most are what they look like, which is quickly seen.
import type { Operand } from './operand.ts';
import type { ValueType } from './types.ts';
import { placesOf } from './compiled-arithmetic.ts';
import { readValue } from './values/json.ts';

export function readNative(type: ValueType): (value: unknown) => Operand {
  if (type === 'text') return (value) => (typeof value === 'string' ? value : null);
  if (type === 'boolean') return (value) => (typeof value === 'boolean' ? value : null);
  if (type === 'number') return (value) => (isPlain(value) ? value : readValue(value, 'number'));
  return (value) => readValue(value, type);
}

/** A number that stands for the decimal that it prints as. */
function isPlain(value: unknown): value is number {
  return typeof value === 'number' && placesOf(value) >= 0;
}
