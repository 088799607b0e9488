// A table as a value: what a model asks for, and two versions are compared by.
import type { RollupFunction } from './rollup-triggers.ts';

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Made by the engine from others, so that they can be taken away and made anew. */
  readonly derived: readonly TableColumn[];
  readonly primaryKey: readonly string[];
  readonly indexes: readonly TableIndex[];
  readonly foreignKeys: readonly ForeignKey[];
  /** What keeps the roll-ups that are gathered from its rows. */
  readonly rollups: readonly RollupFunction[];
}

export interface TableColumn {
  readonly name: string;
  readonly type: string;
  /** What stands after the type: `not null`, a default. */
  readonly clause: string;
  /** Of a roll-up: what it holds can be made anew. */
  readonly kept?: true;
}

export interface TableIndex {
  readonly name: string;
  readonly unique: boolean;
  readonly method: 'btree' | 'gin';
  /** Columns or expressions, with an operator class where it takes one. */
  readonly keys: readonly string[];
  readonly where: string | null;
  /** The columns that must be there before it. */
  readonly columns: readonly string[];
  /** What of the entity asks for it, as a JSON pointer. */
  readonly origin: string;
}

export interface ForeignKey {
  readonly name: string;
  readonly column: string;
  readonly references: string;
  readonly onDelete: 'restrict' | 'set null' | 'cascade';
}
