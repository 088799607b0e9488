// What could be written at the caret of a formula: fields, functions, options of the field that something is compared with, words. Plain
// data, best first; whoever shows it replaces the range by what is to be inserted.
import type { Language } from '../messages.ts';
import type { ValueType } from '../types.ts';
import { caretAt, goesThrough, isBehindOperand, pathBefore, type Caret } from './caret.ts';
import { namesAt, resolve, type Fields, type FormulaField, type Segment } from './fields.ts';
import { allFunctions, constants, functionOf, type FormulaFunction } from './functions.ts';
import { optionsAt } from './options-at.ts';
import { segmentFor, writeSegment } from './print-path.ts';
import type { Range } from './range.ts';
import { ranked } from './ranked.ts';
import { isMark } from './reading.ts';
import { signatureOf, type Signature } from './signature.ts';
import type { Token } from './tokens.ts';

export interface CompletionOptions {
  readonly language: Language;
  readonly fields: Fields;
  /** Those to be offered; all where absent. */
  readonly functions?: readonly FormulaFunction[];
  /** Fields are written by label where that says which is meant. */
  readonly labels?: boolean;
}

export interface Completions {
  /** What is written already, and is to be replaced. */
  readonly range: Range;
  readonly items: readonly Completion[];
}

interface Insertion {
  /** What is shown. */
  readonly label: string;
  /** Its other name: that of a field, the value of an option, the function in the other language. */
  readonly detail?: string;
  readonly insert: string;
  /** Where the caret stands then, from where `insert` begins. */
  readonly caret: number;
}

export type Completion =
  | (Insertion & { readonly kind: 'function'; readonly signature: Signature })
  | (Insertion & { readonly kind: 'field'; readonly type?: ValueType | 'rows' })
  | (Insertion & { readonly kind: 'option' | 'word' });

export function completions(text: string, offset: number, options: CompletionOptions): Completions {
  const caret = caretAt(text, offset, options.fields);
  const range = rangeAt(text, offset, caret.written);
  const isCalled = /^\s*\(/.test(text.slice(range.offset + range.length));
  const items = itemsAt(caret, options, isCalled);
  const written = caret.written?.text ?? '';
  return {
    range,
    items: ranked(items, written, ({ label, detail }) => (detail === undefined ? [label] : [label, detail])),
  };
}

/** From where the word begins to where it ends, though the caret stands within. */
function rangeAt(text: string, offset: number, written: Token | undefined): Range {
  if (written === undefined) return { offset, length: 0 };
  const [rest = ''] = restOf[written.kind]?.exec(text.slice(offset)) ?? [];
  return { offset: written.offset, length: offset - written.offset + rest.length };
}

const restOf: { readonly [kind in Token['kind']]?: RegExp } = {
  word: /^[\p{L}\p{M}\p{N}_]*/u,
  label: /^[^[\]\n"]*\]/,
  name: /^[^`\n]*`/,
  text: /^"/,
};

function itemsAt(caret: Caret, options: CompletionOptions, isCalled: boolean): readonly Completion[] {
  const { before, written } = caret;
  if (written?.kind === 'text') return optionItems(caret);
  const last = before.at(-1);
  if (last !== undefined && isMark(last, '.')) return fieldItems(caret, options, pathBefore(before.slice(0, -1)));
  if (isBehindOperand(before)) return written?.kind === 'word' ? joiningWords(options.language) : [];
  const fields = fieldItems(caret, options, []);
  if (written?.kind === 'label' || written?.kind === 'name') return fields;
  const functions = (options.functions ?? allFunctions()).map((each) => functionItem(each, options.language, isCalled));
  return [...optionItems(caret), ...members(caret), ...fields, ...functions, ...constantItems(options.language)];
}

function optionItems(caret: Caret): readonly Completion[] {
  const isQuoted = caret.written?.kind === 'text';
  return optionsAt(caret).flatMap(({ value, label }) => {
    if (isQuoted && typeof value === 'number') return [];
    const insert = typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
    return [{ kind: 'option', label, detail: String(value), insert, caret: insert.length } as const];
  });
}

function fieldItems(
  { surroundings }: Caret,
  options: CompletionOptions,
  path: readonly Segment[],
): readonly Completion[] {
  const resolved = path.length === 0 ? undefined : resolve(path, surroundings);
  const printing = { ...surroundings, language: options.language, labels: options.labels ?? false };
  const item = (field: FormulaField, before: readonly string[]): Completion => {
    const names = [...before, field.name];
    const insert = writeSegment(segmentFor(field.name, path, { printing, path: names, isExact: false }));
    const { label, name } = field;
    const type = field.rows === undefined ? field.type : 'rows';
    return { kind: 'field', label: label || name, detail: name, insert, caret: insert.length, ...(type && { type }) };
  };
  if (path.length === 0) return namesAt(surroundings).map((field) => item(field, []));
  if (resolved?.ok !== true) return [];
  const { field } = resolved;
  return (field?.fields?.() ?? field?.rows?.() ?? []).map((inner) => item(inner, resolved.path));
}

/** What goes through a list calls its member `@`. */
function members({ frames, surroundings }: Caret): readonly Completion[] {
  const frame = frames.findLast(({ called }) => called !== undefined);
  const isMember = frame !== undefined && goesThrough(frame) && surroundings.here === surroundings.record;
  return isMember ? [word('@')] : [];
}

function functionItem(each: FormulaFunction, language: Language, isCalled: boolean): Completion {
  const { [language]: name, [language === 'en' ? 'zh-CN' : 'en']: detail } = each.names;
  const insert = isCalled ? name : `${name}()`;
  const isEmpty = each.parameters.length === 0;
  const signature = signatureOf(each, language);
  return {
    kind: 'function',
    label: name,
    detail,
    insert,
    caret: insert.length - (isCalled || isEmpty ? 0 : 1),
    signature,
  };
}

function constantItems(language: Language): readonly Completion[] {
  return constants.map(({ names }) => word(names[language]));
}

function joiningWords(language: Language): readonly Completion[] {
  return ['and', 'or', 'in'].flatMap((op) => functionOf(op)?.names[language] ?? []).map(word);
}

function word(text: string): Completion {
  return { kind: 'word', label: text, insert: text, caret: text.length };
}
