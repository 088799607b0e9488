// What every field type declares: one object per type, pure, used by the engine, the importer and (through ./ui) the screens.
// Nothing outside this package asks which type a field has; it asks the type. Values: "wire" is what HTTP carries, "column" what
// PostgreSQL stores, "scalar" what expressions, filters and sorting see.
import type { Static, TObject } from '@sinclair/typebox';
import type { ProblemCode } from './messages.ts';

/** A text in every language: a plain string stands for all of them. */
export type Label = string | { readonly [language: string]: string };

/** The types of the expression language, as `@trellis/expressions` knows them. */
export type ValueType =
  'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'id' | 'json' | 'text[]' | 'number[]' | 'id[]';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The database column of a field. `text` types are sorted by the user's language. */
export interface Column {
  /** As PostgreSQL writes it: `text`, `numeric(15,2)`, `uuid`, `text[]` … */
  readonly type: string;
  /** Its text is natural language: sort it by a collation of the user's language. */
  readonly natural?: boolean;
}

/** Where a field leads. `one`: a uuid column. `many`: a link table. `children`: rows of `entity` whose `parentField` is this record. `any`: one of several entities. */
export type Relation =
  | { readonly kind: 'one'; readonly entity: string; readonly onDelete: 'restrict' | 'clear' | 'cascade' }
  | { readonly kind: 'many'; readonly entity: string }
  | { readonly kind: 'children'; readonly entity: string; readonly parentField: string }
  | { readonly kind: 'any'; readonly entities: readonly string[] };

export interface OptionValue {
  readonly value: string;
  readonly label: Label;
  readonly color?: string;
  readonly active?: boolean;
  readonly parent?: string;
}

/** What a type may need to know beside its field. */
export interface FieldContext {
  /** The values of the field's option set, in order; empty where it has none. */
  readonly options: readonly OptionValue[];
  /** ISO 4217 code of the workspace. */
  readonly currency: string;
  /** ISO 3166 code, for phone numbers without a prefix. */
  readonly country: string;
}

/** What reading and writing text for people depends on. `timeZone` is an IANA name, `language` `en` or `zh-CN`. */
export interface TextContext extends FieldContext {
  readonly language: string;
  readonly timeZone: string;
  /** What `03/01/2017` means; absent: only dates that can be read in one way are accepted. */
  readonly dateOrder?: 'dmy' | 'mdy';
}

/** A canonical wire value, `null` for blank, or why there is none: a stable code with the numbers its message needs. */
export type Normalized<Wire> =
  | { readonly ok: true; readonly value: Wire | null }
  | { readonly ok: false; readonly code: ProblemCode; readonly params?: { readonly [name: string]: string | number } };

/** Filter operators as the expression language names them; `between` is `<=` with three operands. */
export type FilterOperator =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'between'
  | 'in'
  | 'contains'
  | 'starts_with'
  | 'has_any'
  | 'has_all'
  | 'is_blank';

export type Measure = 'count' | 'count_distinct' | 'sum' | 'avg' | 'min' | 'max';

export type FieldGroup = 'text' | 'number' | 'choice' | 'time' | 'relation' | 'people' | 'file' | 'computed' | 'other';

/** What every field may say, whatever its type; the types of conditions and defaults are checked by `@trellis/metadata`. */
export interface FieldBase {
  readonly type: string;
  readonly label?: Label;
}

/** What is wrong with a field's options beyond their schema: the member and a stable code. */
export interface OptionProblem {
  readonly path: string;
  readonly code: ProblemCode;
  readonly params?: { readonly [name: string]: string | number };
}

/** `Field` is a field of this type as metadata writes it; `Wire` its value in JSON. */
export interface FieldType<Name extends string, Options extends TObject, Wire> {
  readonly name: Name;
  readonly label: Label;
  /** Name of an icon of `@ant-design/icons`, without its suffix. */
  readonly icon: string;
  readonly group: FieldGroup;
  /** What a field of this type may say beside the common members. */
  readonly options: Options;
  /** `null`: the field has no column of its own (children, links). */
  column(field: Static<Options>): Column | null;
  valueType(field: Static<Options>): ValueType;
  relation?(field: Static<Options>): Relation;
  /** Further fields that live beside this one, such as the currency of an amount; keyed by their full name. */
  companions?(name: string, field: Static<Options>): { readonly [name: string]: FieldBase };
  /** The companions' values that follow from this one, so that clients never write them; absent: they are fields of their own right. */
  companionValues?(name: string, value: Wire): { readonly [name: string]: unknown };
  /** What contradicts itself in the options, such as `min` above `max`; absent: nothing can. */
  problems?(field: Static<Options>): readonly OptionProblem[];
  /** JSON Schema (draft 2020-12, ajv 8) of a wire value that is not null. */
  schema(field: Static<Options>, context: FieldContext): JsonSchema;
  /** From any JSON value to the canonical one (E.164, blank → null) or why there is none; accepts nothing that `schema` refuses, never throws. */
  normalize(value: unknown, field: Static<Options>, context: FieldContext): Normalized<Wire>;
  /** The canonical wire value as a query parameter of `column().type`; absent: as it is. */
  toColumn?(value: Wire): unknown;
  /** SQL that gives the wire value as JSON-able SQL (used inside to_json and row_to_json); `column` and its `companions` are quoted already; absent: the column. */
  wireSql?(column: string, field: Static<Options>, companions: readonly string[]): string;
  /** As `wireSql`, for rows that are written outside PostgreSQL: from the text that it gives for the column to the text of the JSON. */
  wireJson?(text: string, field: Static<Options>): string;
  /** What expressions, filters and sorting see of a structured value; absent: the wire value and the column themselves. */
  readonly scalar?: { fromWire(value: Wire): unknown; sql(column: string): string };
  /** From text as people write it (CSV, paste). `parse(format(v)) = v` for every canonical value. */
  parse(text: string, field: Static<Options>, context: TextContext): Normalized<Wire>;
  format(value: Wire, field: Static<Options>, context: TextContext): string;
  /** The bare number, for a spreadsheet that reckons with it: digits, sign and point, which `parse` reads as well; absent: nothing but `format`. */
  figure?(value: Wire, field: Static<Options>): string;
  /** Set by the engine alone; clients never write it. */
  readonly generated?: boolean;
  readonly operators: readonly FilterOperator[];
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly searchable: boolean;
  /** May have `unique: true`. */
  readonly unique: boolean;
  readonly measures: readonly Measure[];
  /** A valid, random, canonical wire value; `random()` is in [0, 1). */
  fake(random: () => number, field: Static<Options>, context: FieldContext): Wire;
}

/** Keeps literal types while checking the shape; every definition is written through it. */
export function defineFieldType<Name extends string, Options extends TObject, Wire>(
  type: FieldType<Name, Options, Wire>,
): FieldType<Name, Options, Wire> {
  return type;
}
