// A refusal on its way out: thrown as `Refusal` from any stage, turned into RFC 9457 problem+json once, at the edge.
import { codes, type Code } from './codes.ts';

export type Params = { readonly [name: string]: string | number };

/** One fault of one value or one place; `message` is final text in the asker's language. */
export interface Fault {
  /** JSON pointer of the value, or the path of a metadata item. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export class Refusal extends Error {
  readonly code: Code;
  readonly params: Params;
  readonly faults: readonly Fault[];
  /** Further members of the answer, such as the current record of a stale write. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: Code, params: Params = {}, faults: readonly Fault[] = [], members: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.params = params;
    this.faults = faults;
    this.members = members;
  }
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: Code;
  readonly detail: string;
  readonly errors: readonly Fault[];
  readonly [member: string]: unknown;
}

/** The body of the answer. The title says in `language` what the code stands for; the detail tells of this very case. */
export function problemBody(refusal: Refusal, language: string): ProblemBody {
  const entry = codes[refusal.code];
  return {
    ...refusal.members,
    type: `urn:trellis:problem:${refusal.code}`,
    title: fillText(textIn(entry, language), refusal.params),
    status: entry.status,
    code: refusal.code,
    detail: fillText(textIn(entry, language), refusal.params),
    errors: refusal.faults,
  };
}

/** The text of an entry in the language asked for; English where there is none. */
export function textIn(entry: { readonly en: string; readonly 'zh-CN': string }, language: string): string {
  return language.startsWith('zh') ? entry['zh-CN'] : entry.en;
}

export function fillText(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
