// The shape of the examples that every type gives: the conformance tests run them, and they show readers what a type takes.
import type { FieldContext, OptionValue, TextContext } from './contract.ts';
import type { ProblemCode } from './messages.ts';
import type { Field, FieldOf, FieldTypeName, WireOf } from './registry.ts';

export interface FieldExamples<Of, Wire> {
  /** The field that the examples are about, where they do not name another one. */
  readonly field: Of;
  /** The option set of the field. */
  readonly options?: readonly OptionValue[];
  /** Accepted by schema and `normalize`. `canonical` is what becomes of the value; absent: it stays as it is. */
  readonly valid: readonly {
    readonly value: unknown;
    readonly canonical?: Wire;
    readonly field?: Of;
  }[];
  /** Values that are as good as none. */
  readonly blank: readonly unknown[];
  /** Refused by `normalize`, and by the schema too unless no schema can say it. */
  readonly invalid: readonly {
    readonly value: unknown;
    readonly code: ProblemCode;
    readonly field?: Of;
    readonly beyondSchema?: true;
  }[];
  /** What people write in a file, and what it means or why it is refused. */
  readonly texts: readonly ({
    readonly text: string;
    readonly field?: Of;
    readonly context?: Partial<TextContext>;
  } & ({ readonly means: Wire | null } | { readonly code: ProblemCode }))[];
}

export type Examples<Name extends FieldTypeName> = FieldExamples<FieldOf<Name>, WireOf<Name>>;

/** As generic tests see them. */
export type AnyExamples = FieldExamples<Field, unknown>;

/** Where the examples take place, unless they say otherwise. */
export const exampleContext: FieldContext & TextContext = {
  options: [],
  currency: 'CNY',
  country: 'CN',
  language: 'en',
  timeZone: 'Asia/Shanghai',
};
