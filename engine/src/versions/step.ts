// One step of the database on the way to a version.
export interface Step {
  readonly class: 'safe' | 'destructive';
  /** What it does, for people: a code with names; the texts are made where they are shown. */
  readonly does: StepKind;
  readonly table: string;
  readonly object: string;
  readonly sql: string;
  /** In the transaction that publishes the version, or before or after it without holding anybody up. */
  readonly when: 'before' | 'with' | 'after';
}

export type StepKind =
  | 'create_table'
  | 'add_column'
  | 'add_index'
  | 'rebuild_index'
  | 'drop_index'
  | 'add_reference'
  | 'change_reference'
  | 'check_reference'
  | 'drop_table'
  | 'drop_column'
  | 'change_type'
  | 'keep_rollups'
  | 'drop_rollups';
