// The answers of `normalize` and `parse`: a value, blank, or a refusal with its code.
import type { ProblemCode } from './messages.ts';

export type Params = { readonly [name: string]: string | number };

export interface Refusal {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly params?: Params;
}

export const blank = { ok: true, value: null } as const;

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse(code: ProblemCode, params?: Params): Refusal {
  return params === undefined ? { ok: false, code } : { ok: false, code, params };
}
