// What is said about a refused value: every code has a message and a hint in every language, or it does not compile.
import { chinese } from './messages.zh-CN.ts';
import { english } from './messages.en.ts';

/** The stable codes of values and options that are refused. */
export type ProblemCode = keyof typeof english;

export const problemCodes: readonly string[] = Object.keys(english);

export interface Message {
  readonly message: string;
  readonly hint: string;
}

/** The texts for a code in `en` or `zh-CN`; a parameter that is not given stays as it is written. */
export function messageOf(
  code: ProblemCode,
  params: { readonly [name: string]: string | number } = {},
  language = 'en',
): Message {
  const [message, hint] = (language.startsWith('zh') ? chinese : english)[code];
  return { message: fill(message, params), hint: fill(hint, params) };
}

function fill(template: string, params: { readonly [name: string]: string | number }): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  );
}
