// The text of a formula taken apart into numbers, texts, names and signs. Full-width characters, as Chinese input writes them, are
// the same as plain ones outside of texts; nothing is refused without saying where.
import { isStorable } from '../values/text.ts';
import type { FormulaProblemCode } from './problems.ts';

export type TokenKind = 'number' | 'text' | 'word' | 'label' | 'name' | 'sign' | 'mark' | 'other' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** What it says: a text without its quotes, a label without its brackets, a sign in its plain form. */
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  /** It begins with a quote, bracket or backtick that nothing closes, and goes on to the end. */
  readonly isOpen?: true;
}

export interface TokenProblem {
  readonly token: Token;
  readonly code: FormulaProblemCode | 'bad_text';
  readonly params: { readonly [name: string]: string };
}

export interface Tokens {
  /** The last one is the end. */
  readonly tokens: readonly Token[];
  readonly problems: readonly TokenProblem[];
}

export function tokenize(text: string): Tokens {
  const reading: Reading = { text, plain: plainOf(text), tokens: [], problems: [] };
  let offset = skipSpace(reading.plain, 0);
  while (offset < text.length) offset = skipSpace(reading.plain, readToken(reading, offset));
  reading.tokens.push({ kind: 'end', text: '', offset, end: offset });
  return reading;
}

/** As problems show it. */
export function written({ kind, text }: Token): string {
  const short = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  return kind === 'label' ? `[${short}]` : short;
}

interface Quote {
  readonly kind: 'text' | 'label' | 'name' | 'single';
  readonly close: string;
}

/** What closes one is written twice within. */
const quotes: ReadonlyMap<string, Quote> = new Map([
  ['"', { kind: 'text', close: '"' }],
  ['＂', { kind: 'text', close: '＂' }],
  ['“', { kind: 'text', close: '”' }],
  ['”', { kind: 'text', close: '”' }],
  ['[', { kind: 'label', close: ']' }],
  ['［', { kind: 'label', close: '］' }],
  ['【', { kind: 'label', close: '】' }],
  ['`', { kind: 'name', close: '`' }],
  ["'", { kind: 'single', close: "'" }],
  ['‘', { kind: 'single', close: '’' }],
  ['’', { kind: 'single', close: '’' }],
]);

const patterns: readonly { readonly kind: TokenKind; readonly pattern: RegExp }[] = [
  { kind: 'number', pattern: /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y },
  { kind: 'word', pattern: /\$?[\p{L}_][\p{L}\p{M}\p{N}_]*/uy },
  { kind: 'other', pattern: /&&|\|\||[;%]|!(?!=)/y },
  { kind: 'sign', pattern: /===?|!==?|<>|<=|>=|[-+*/^&=<>≠≤≥×÷−]/y },
  { kind: 'mark', pattern: /[(){},.@]/y },
];

/** Other ways of writing a sign. */
const plainSigns: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['===', '='],
  ['!=', '<>'],
  ['!==', '<>'],
  ['≠', '<>'],
  ['≤', '<='],
  ['≥', '>='],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
]);

/** What formulas write for signs of other languages. */
const suggestions: ReadonlyMap<string, string> = new Map([
  ['&&', 'AND'],
  ['||', 'OR'],
  ['!', 'NOT'],
  [';', '","'],
]);

interface Reading {
  readonly text: string;
  /** As long as the text, with plain characters for full-width ones. */
  readonly plain: string;
  readonly tokens: Token[];
  readonly problems: TokenProblem[];
}

function plainOf(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('、', ',');
}

function skipSpace(plain: string, offset: number): number {
  const space = /\s*/y;
  space.lastIndex = offset;
  space.exec(plain);
  return space.lastIndex;
}

/** Where the next one may begin. */
function readToken(reading: Reading, offset: number): number {
  const first = reading.text.charAt(offset);
  const quote = quotes.get(first) ?? quotes.get(reading.plain.charAt(offset));
  if (quote !== undefined) return readQuoted(reading, offset, quote);
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = offset;
    const [found] = pattern.exec(reading.plain) ?? [];
    if (found === undefined) continue;
    return kind === 'other' ? otherToken(reading, offset, found) : plainToken(reading, offset, kind, found);
  }
  return otherToken(reading, offset, String.fromCodePoint(reading.text.codePointAt(offset) ?? 0));
}

function plainToken({ tokens }: Reading, offset: number, kind: TokenKind, found: string): number {
  const end = offset + found.length;
  tokens.push({ kind, text: kind === 'sign' ? (plainSigns.get(found) ?? found) : found, offset, end });
  return end;
}

/** What is refused stays among the tokens, so that what is around it is read as usual; a semicolon is taken for a comma. */
function otherToken({ tokens, problems }: Reading, offset: number, sign: string): number {
  const end = offset + sign.length;
  const token: Token = { kind: sign === ';' ? 'mark' : 'other', text: sign === ';' ? ',' : sign, offset, end };
  const suggestion = suggestions.get(sign);
  tokens.push(token);
  problems.push({
    token,
    ...(suggestion === undefined ? unknown(sign) : { code: 'other_sign', params: { sign, suggestion } }),
  });
  return end;
}

function unknown(character: string): Pick<TokenProblem, 'code' | 'params'> {
  return character === '%'
    ? { code: 'percent_sign', params: {} }
    : { code: 'unknown_character', params: { character } };
}

function readQuoted(reading: Reading, offset: number, { kind, close }: Quote): number {
  const { text, tokens, problems } = reading;
  const last = closingQuote(text, offset + 1, close);
  const end = last === undefined ? text.length : last + 1;
  const value = text.slice(offset + 1, last).replaceAll(close + close, close);
  const token: Token = {
    kind: kind === 'single' ? 'text' : kind,
    text: value,
    offset,
    end,
    ...(last === undefined && { isOpen: true }),
  };
  tokens.push(token);
  if (kind === 'single') problems.push({ token, code: 'single_quotes', params: { suggestion: `"${value}"` } });
  else if (last === undefined) problems.push({ token, code: `${kind}_not_closed`, params: {} });
  else if (!isStorable(value)) problems.push({ token, code: 'bad_text', params: {} });
  return end;
}

/** One written twice belongs to what is quoted. */
function closingQuote(text: string, from: number, close: string): number | undefined {
  let found = text.indexOf(close, from);
  while (found >= 0 && text.charAt(found + 1) === close) found = text.indexOf(close, found + 2);
  return found < 0 ? undefined : found;
}
