// Looks up the two texts of a problem of metadata and fills in its parameters.
import { chinese } from './messages.zh-CN.ts';
import { english } from './messages.en.ts';

export type MetadataProblemCode = keyof typeof english;

export type Params = { readonly [name: string]: string | number };

export interface Texts {
  readonly message: string;
  readonly hint: string;
}

/** A parameter called `suggestion` is what was probably meant; it takes the place of the hint. */
export function textsOf(code: MetadataProblemCode, params: Params, language: string): Texts {
  const inChinese = language.startsWith('zh');
  const [message, hint] = (inChinese ? chinese : english)[code];
  const suggested = inChinese ? '您是否想写“{suggestion}”？' : 'Did you mean “{suggestion}”?';
  return { message: fill(message, params), hint: fill('suggestion' in params ? suggested : hint, params) };
}

export function isMetadataProblemCode(code: string): code is MetadataProblemCode {
  return Object.hasOwn(english, code);
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  );
}
