// Completed months: from 31 January it is one on 1 March, not yet on 28 February, where age() would have it otherwise.
import type { SqlFunction } from './sql-function.ts';

export const monthsBetweenFunction: SqlFunction = {
  name: 'months_between',
  definition: (schema) => `
    create or replace function ${schema}.months_between(start date, finish date) returns numeric
    language sql immutable strict parallel safe as $$
      select sign(finish - start)::numeric * (
        (extract(year from later) - extract(year from earlier)) * 12
        + extract(month from later) - extract(month from earlier)
        - case when extract(day from later) < extract(day from earlier) then 1 else 0 end)
      from (select least(start, finish) as earlier, greatest(start, finish) as later) as ordered
    $$`,
};
