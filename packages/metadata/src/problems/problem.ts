// A problem of metadata: where it is, what contradicts what, and a way out. Codes are stable; texts are for people.
import { messageOf, type ProblemCode as ValueProblemCode } from '@trellis/field-types/messages';
import type { english } from './messages.en.ts';
import { textsOf, type MetadataProblemCode, type Params } from './texts.ts';

/** `path` is a file with a JSON Pointer into it: `entities/book.json#/fields/title/required`. The texts are English. */
export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly params: Params;
  readonly message: string;
  readonly hint?: string;
}

/** What the texts of a code must be told: the names in braces. */
export type ParamsOf<Code extends MetadataProblemCode> = {
  readonly [Name in Placeholder<(typeof english)[Code][number]>]: string | number;
};
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** `suggestion` is what was probably meant; it takes the place of the hint. */
export function problem<Code extends MetadataProblemCode>(
  path: string,
  code: Code,
  params: ParamsOf<Code>,
  suggestion?: string,
): Problem {
  const told: Params = suggestion === undefined ? { ...params } : { ...params, suggestion };
  return { path, code, params: told, ...textsOf(code, told, 'en') };
}

/** A value in metadata (a default, a limit) that its field type refuses. */
export function valueProblem(path: string, code: ValueProblemCode, params: Params = {}): Problem {
  return { path, code, params, ...messageOf(code, params, 'en') };
}
