// How many rows a list has, as far as the server has counted.

export interface RowCount {
  readonly count: number;
  /** There are more. */
  readonly capped: boolean;
}
