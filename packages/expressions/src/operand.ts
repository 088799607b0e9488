// Values while an expression runs. Every type has one canonical form, so that equal values are equal texts or numbers:
// dates YYYY-MM-DD · times HH:MM:SS.ffffff · datetimes YYYY-MM-DDTHH:MM:SS.ffffffZ in UTC · ids in lower case · numbers
// as decimals where a JavaScript number would not be exact.
import type { Decimal } from 'decimal.js';
import type { Value } from './types.ts';

export type Numeric = number | Decimal;

export type Operand = null | boolean | string | Numeric | readonly Operand[] | { readonly [name: string]: Value };
