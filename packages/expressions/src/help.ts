// What people are told of an operator: how formulas call it, what it is for, and examples, which a test runs and the docs show.
import type { Value } from './types.ts';

export interface Bilingual {
  readonly en: string;
  readonly 'zh-CN': string;
}

export type OperatorGroup = 'logic' | 'number' | 'text' | 'date' | 'list' | 'rows' | 'money';

export interface Help {
  readonly group: OperatorGroup;
  /** The function's name in formulas, such as ROUND and 四舍五入; both are understood in either language. */
  readonly names: Bilingual;
  /** What formulas write instead of the function where they can: `+`, `>=`, `&`. */
  readonly sign?: string;
  readonly parameters: readonly ParameterHelp[];
  /** One sentence. */
  readonly summary: Bilingual;
  readonly examples: readonly [Example, ...Example[]];
}

export interface ParameterHelp {
  readonly name: Bilingual;
  /** May be left out. */
  readonly optional?: true;
  /** May come any number of times; the last one. */
  readonly repeats?: true;
}

export interface Example {
  /** JSONLogic, asked in the world of ./example-scope.ts, so that it means the same every day. */
  readonly json: unknown;
  readonly result: Value;
  /** The record that it is asked of, where it names fields; and as it was before the change. */
  readonly record?: { readonly [field: string]: Value };
  readonly old?: { readonly [field: string]: Value };
}

export function named(english: string, chinese: string): ParameterHelp {
  return { name: { en: english, 'zh-CN': chinese } };
}

export function optional(parameter: ParameterHelp): ParameterHelp {
  return { ...parameter, optional: true };
}

export function repeated(parameter: ParameterHelp): ParameterHelp {
  return { ...parameter, repeats: true };
}
