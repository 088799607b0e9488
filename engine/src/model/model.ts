// The compiled model: what metadata means, looked up instead of interpreted. Frozen, one per workspace and version.
import type { Expression } from '@trellis/expressions/ast';
import type { TypedExpression } from '@trellis/expressions/typed';
import type { Context } from '@trellis/expressions/to-function';
import type { Sql } from '@trellis/expressions/sql';
import type { ExchangeRate, WorkingDays } from '@trellis/expressions/types';
import type { AnyFieldType } from '@trellis/field-types/registry';
import type { Column, FieldContext, Relation, ValueType } from '@trellis/field-types/contract';
import type { Entity, Field, Label, Overwrite } from '@trellis/metadata/kinds';
import type { Member } from '@trellis/metadata/members';
import type { Metadata } from '@trellis/metadata/metadata';

export interface Model {
  readonly workspace: string;
  readonly version: number;
  readonly settings: Settings;
  readonly metadata: Metadata;
  readonly entities: ReadonlyMap<string, CompiledEntity>;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  /** Those through the workspace's currency among them. */
  readonly rates: readonly ExchangeRate[];
  /** Roll-ups, as `entity.field`, whose column is filled in every row. */
  readonly filled: ReadonlySet<string>;
}

/** Chosen when the workspace was made. `currency` ISO 4217, `country` ISO 3166, `language` a BCP 47 tag. */
export interface Settings {
  readonly currency: string;
  readonly country: string;
  readonly language: string;
  readonly timeZone: string;
}

export interface CompiledEntity {
  readonly name: string;
  readonly definition: Entity;
  readonly label: Label;
  /** Quoted `schema.table`. */
  readonly table: Sql;
  readonly fields: ReadonlyMap<string, CompiledField>;
  readonly title: CompiledField;
  readonly ownership: Ownership;
  readonly searched: SearchTarget | null;
  /** Fields with a default, each after those that it reads. */
  readonly defaults: readonly CompiledField[];
  /** Fields that are filled in or cleared at a write, each after those that it depends on. */
  readonly settled: readonly SettledField[];
  readonly rules: readonly CompiledRule[];
  readonly autoNumbers: readonly CompiledField[];
  readonly history: boolean;
  /** Set where the entity is the child table of another: its rows are seen and changed with their parent. */
  readonly parent: { readonly field: string; readonly entity: string } | null;
  /** Look-ups of other entities to this one: what stands in the way of a delete. */
  readonly referrers: readonly { readonly entity: string; readonly field: string }[];
}

export interface Ownership {
  readonly user: boolean;
  readonly team: boolean;
}

export interface CompiledField {
  readonly name: string;
  readonly entity: string;
  readonly definition: Field;
  readonly label: Label;
  readonly type: AnyFieldType;
  /** Where it is stored; null: it is worked out, or stands in other tables. */
  readonly column: Column | null;
  /** The column that a value of it has, or would have; null for what has no single value. */
  readonly shape: Column | null;
  readonly computed: Computed | null;
  readonly relation: Relation | null;
  readonly valueType: ValueType;
  readonly context: FieldContext;
  /** Made by the engine: id, created_at, version … */
  readonly system: boolean;
  /** A client may ever set it. */
  readonly writable: boolean;
  readonly required: Rule;
  readonly visible: Rule;
  readonly readOnly: Rule;
  readonly defaultValue: DefaultValue;
  /** The first that holds says which of the options may be chosen; none: all may. */
  readonly offers: readonly Offer[];
  /** Which records a look-up may lead to; null: any. */
  readonly choices: ChoiceFilter | null;
  /** The field whose value decides which of the options are offered; null: all always are. */
  readonly above: string | null;
  /** The quoted link table of a many-to-many field. */
  readonly linkTable: Sql | null;
  readonly unique: boolean;
  /** The field whose value this one only repeats a part of, such as the entity of a reference: read wherever that one is. */
  readonly follows: string | null;
}

/** A computed field as metadata writes it. */
export type ComputedMember = NonNullable<Member['computed']>;
type RollupField = Extract<ComputedMember, { type: 'rollup' }>;

/**
 * Formulas and looked-up fields become expressions over stored fields and look-ups (expand.ts); a roll-up stays a value of its own,
 * gathered by a sub-select or kept in a column.
 */
export type Computed =
  | {
      readonly kind: 'expression';
      /** As written, with the rounding that its result asks for. */
      readonly written: Expression;
      /** Over stored fields, look-ups and roll-ups alone. */
      readonly expanded: CompiledExpression | null;
    }
  | Rollup;

export interface Rollup {
  readonly kind: 'rollup';
  readonly definition: RollupField;
  /** Over the records that are gathered; null: all of them. */
  readonly filter: CompiledExpression | null;
  /** In the table, changed with every write of what is gathered. */
  readonly kept: boolean;
}

/** A condition that is constant, or has to be asked for each record. */
export type Rule = boolean | CompiledExpression;

export type DefaultValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'expression'; readonly expression: CompiledExpression };

export interface Offer {
  readonly when: Rule;
  readonly values: ReadonlySet<string>;
}

export interface SettledField {
  readonly field: CompiledField;
  /** In the order in which they are asked. */
  readonly fills: readonly CompiledFill[];
  /** A write that leaves it invisible blanks it. */
  readonly isCleared: boolean;
}

export interface CompiledFill {
  readonly when: Rule;
  readonly value: FillValue;
  readonly overwrite: Overwrite;
  /** Fields of the record. */
  readonly conditionReads: ReadonlySet<string>;
  readonly valueReads: ReadonlySet<string>;
}

/** `copy`: of a value that is more than expressions see of it, by its path from the record on. */
export type FillValue =
  | Exclude<DefaultValue, { kind: 'none' }>
  | { readonly kind: 'copy'; readonly path: readonly string[]; readonly expression: CompiledExpression };

/** A condition over the record to choose, in which `$referrer.x` is a value of the record that refers to it. */
export interface ChoiceFilter {
  readonly expression: CompiledExpression;
  /** The fields of the referring record that it reads. */
  readonly referrerFields: ReadonlySet<string>;
}

export interface CompiledRule {
  readonly name: string;
  readonly when: Rule;
  readonly check: Rule;
  readonly message: Label;
  readonly at: string | null;
}

export interface CompiledExpression {
  readonly json: unknown;
  readonly expression: Expression;
  /** What is run: computed fields are replaced by what they stand for. */
  readonly typed: TypedExpression;
  /** Paths of the record that it names, without `$…` ones; those of rows begin with the path of their child table. */
  readonly names: readonly (readonly string[])[];
  /** Paths of the record that it reads, likewise. */
  readonly paths: readonly (readonly string[])[];
  /** Those of them that lead to child tables whose rows it goes through. */
  readonly rows: readonly (readonly string[])[];
  holds(context: Context): boolean;
  value(context: Context): unknown;
}

/** What search looks into, at least one field; `searchText` says it in SQL. */
export interface SearchTarget {
  readonly fields: readonly CompiledField[];
}
