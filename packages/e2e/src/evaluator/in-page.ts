// What of the evaluators a page is given, in the names by which a test calls it there. Everything in and out is JSON.
import type { Expression } from '@trellis/expressions/ast';
import { check } from '@trellis/expressions/check';
import { compiledFunction } from '@trellis/expressions/compiled';
import { compat, type CompatAnswer } from '@trellis/expressions/compat';
import type { Context } from '@trellis/expressions/to-function';
import type { TypedExpression } from '@trellis/expressions/typed';
import type { Value, ValueType } from '@trellis/expressions/types';
import type { PublishedField } from '@trellis/client/metadata';
import { isComputed } from '@trellis/metadata/value-field';
import { writtenExpression } from '@trellis/metadata/written';
import { byClosures, type Answer } from '../../../expressions/src/agreement/interpreters.ts';
import { typedOf, type Question } from '../../../expressions/src/agreement/question.ts';
import type { Row } from '../../../expressions/src/agreement/rows.ts';

export interface UntypedCase {
  readonly rule: unknown;
  readonly data: unknown;
}

export function untyped(cases: readonly UntypedCase[]): readonly CompatAnswer[] {
  return cases.map(({ rule, data }) => compat(rule)(data));
}

/** The values by closures of each expression, for each of the books; null where an expression has no type. */
export function agreement(
  questions: readonly Question[],
  books: readonly Row[],
): readonly (readonly Answer[] | null)[] {
  return questions.map(({ json, world }) => {
    const typed = typedOf(json);
    return typed === undefined ? null : byClosures(typed, world, books);
  });
}

type Types = { readonly [path: string]: ValueType };

export interface Computing {
  /** Computed fields in the order in which they build on one another, as the engine tells them to screens. */
  readonly fields: readonly (readonly [name: string, field: PublishedField])[];
  readonly types: Types;
  readonly records: readonly Context['record'][];
}

/** What the computed fields of each record come to. */
export function computed({ fields, types, records }: Computing): readonly { readonly [name: string]: Value }[] {
  const formulas = fields.map(([name, field]) => {
    const how = field.computed;
    if (how === undefined || !isComputed(how) || how.type === 'rollup') throw new Error(`${name} is no formula`);
    const run = compiledFunction(checked(writtenExpression(how, field), types));
    return [name, run] as const;
  });
  return records.map((record) => {
    const values: Record<string, Value> = {};
    for (const [name, run] of formulas) values[name] = run(contextOf({ ...record, ...values }));
    return values;
  });
}

function checked(written: Expression, types: Types): TypedExpression {
  const known = new Map(Object.entries(types));
  const typed = check(written, { typeOf: (path) => known.get(path.join('.')) });
  if (!typed.ok) throw new Error(JSON.stringify(typed.problems));
  return typed.value;
}

function contextOf(record: Context['record']): Context {
  return { record, now: '2026-03-31T16:30:00Z', today: '2026-04-01', timeZone: 'Asia/Shanghai' };
}
