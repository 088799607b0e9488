// What the screens' side of a field type is: how a value is shown (light, in every list) and how it is edited (loaded with the
// first form). Both get the field as metadata writes it and the wire value.
import type { ComponentType } from 'react';
import type { FieldType } from '../contract.ts';
import type { FieldTypeName, FieldTypes } from '../registry.ts';
import type { FieldJson, Reference } from './screen.ts';

export type { FieldOf, FieldTypeName } from '../registry.ts';

/** Relations are read with the title of what they lead to; they are written as ids. */
interface ReadValues {
  readonly lookup: Reference;
  readonly user: Reference;
  readonly team: Reference;
  readonly multi_lookup: readonly Reference[];
  readonly related_to: Reference & { readonly entity: string };
}

/** The value of a field of the type `Name` as a record carries it when it is read. */
export type WireOf<Name extends FieldTypeName> = Name extends keyof ReadValues
  ? ReadValues[Name]
  : FieldTypes[Name] extends FieldType<infer _Name, infer _Options, infer Wire>
    ? Wire
    : never;

/** `line`: one line of a list or card; `full`: the read mode of a form, which has room. */
export type Density = 'line' | 'full';

export interface CellProps<Field, Wire> {
  readonly field: Field;
  /** The field's name in its record, which companions such as the currency of an amount start with. */
  readonly name: string;
  /** Never blank: a blank value shows nothing, whatever its type. */
  readonly value: Wire;
  readonly record?: Readonly<Record<string, unknown>> | undefined;
  readonly density: Density;
  /** Of a table of rows: the fields of each row, and how those are shown. */
  readonly columns?: readonly string[] | undefined;
  readonly nested?: NestedCells | undefined;
}

export interface CellSide<Field, Wire> {
  readonly Cell: ComponentType<CellProps<Field, Wire>>;
  /** Numbers stand at the end, so that their digits line up. */
  readonly align: 'start' | 'end';
  /** Width in pixels that a column starts with. */
  readonly width: number;
}

export interface WidgetProps<Field, Wire> {
  /** The entity of the record that the field belongs to. */
  readonly entity?: string | undefined;
  readonly field: Field;
  readonly name: string;
  /** The id of the input that the label points to. */
  readonly id: string;
  readonly value: Wire | null;
  onChange(value: Wire | null): void;
  /** The record as the form has it now: companions, the parent of dependent options. */
  readonly record?: Readonly<Record<string, unknown>> | undefined;
  /** Changes a companion of the field. */
  onCompanion?(name: string, value: unknown): void;
  readonly readOnly?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly required?: boolean | undefined;
  /** Ids of the elements that hold help and errors. */
  readonly describedBy?: string | undefined;
  /** Where no label is near, as in a grid or a filter. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Of a table of rows: the fields of each row, the messages at its cells, and how those are shown and edited. */
  readonly columns?: readonly string[] | undefined;
  readonly rowErrors?: RowErrors | undefined;
  /** Of a choice: the options that the record's other values leave on offer; null or absent: all of them. */
  readonly offered?: ReadonlySet<string> | null | undefined;
  readonly nested?: NestedWidgets | undefined;
}

/** Messages by row and field. */
export type RowErrors = Readonly<Record<number, Readonly<Record<string, string>>>>;

/** The cell of any type, for cells that hold others. */
export interface NestedCells {
  readonly Cell: ComponentType<AnyCellProps>;
  cellOf(field: FieldJson): { readonly align: 'start' | 'end' };
}

/** The cell and the widget of any type, for widgets that hold others. */
export interface NestedWidgets extends NestedCells {
  readonly Widget: ComponentType<WidgetProps<FieldJson, unknown>>;
}

export interface AnyCellProps {
  readonly field: FieldJson;
  readonly name: string;
  readonly value: unknown;
  readonly record?: Readonly<Record<string, unknown>> | undefined;
  readonly density?: Density;
  readonly columns?: readonly string[] | undefined;
}

export interface WidgetSide<Field, Wire> {
  readonly Widget: ComponentType<WidgetProps<Field, Wire>>;
  /** Widgets that need the whole width of a section, such as a table of rows. */
  readonly wide?: boolean;
  /** Widgets that draw the field's label themselves, such as a box to tick. */
  readonly ownLabel?: boolean;
  /** Widgets that show a value and cannot change it: a form that has none yet leaves the field out. */
  readonly showsOnly?: boolean;
}
