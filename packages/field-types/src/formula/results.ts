// What a formula may give: a value of one of these types. Their names are what `returns` says.
import type { ValueType } from '../contract.ts';

/** By the type of field that the value is shown as: the type that its expression must have. */
export const resultValueTypes = {
  text: 'text',
  long_text: 'text',
  integer: 'number',
  decimal: 'number',
  currency: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  select: 'text',
} as const satisfies { readonly [name: string]: ValueType };

export type FormulaResult = keyof typeof resultValueTypes;

export const formulaResultNames = Object.keys(resultValueTypes).filter(isFormulaResult);

function isFormulaResult(name: string): name is FormulaResult {
  return Object.hasOwn(resultValueTypes, name);
}
