// A function of ours in PostgreSQL, for a meaning that an expression of SQL cannot give, or not without naming operands again
// and again. Once released it keeps its name, its parameters and what it gives: older nodes may still call it.
import { identifier, join, sql, type Sql } from '../sql.ts';

export interface SqlFunction {
  readonly name: string;
  /** `create or replace function …`; the schema is a name, quoted where it has to be. */
  definition(schema: string): string;
}

/** Where the engine keeps them. */
export const functionSchema = 'trellis';

export function call({ name }: SqlFunction, args: readonly Sql[]): Sql {
  return sql`${identifier(functionSchema, name)}(${join(args, ', ')})`;
}
