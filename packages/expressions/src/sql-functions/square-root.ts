// The root of a whole number is cut off at the 13th decimal, where the 12th is rounded by it.
import type { SqlFunction } from './sql-function.ts';

export const squareRootFunction: SqlFunction = {
  name: 'square_root',
  definition: (schema) => `
    create or replace function ${schema}.square_root(value numeric) returns numeric
    language sql immutable strict parallel safe as $$
      select case when value >= 0 and value < 1e60
        then round(trunc(sqrt(round(trunc(value * 1e26), 60))) * 1e-13, 12) end
    $$`,
};
