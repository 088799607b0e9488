// Away from zero like numeric's own round, save in the middle between two neighbours, where the even one is taken.
import type { SqlFunction } from './sql-function.ts';

export const roundHalfEvenFunction: SqlFunction = {
  name: 'round_half_even',
  definition: (schema) => `
    create or replace function ${schema}.round_half_even(value numeric, places numeric) returns numeric
    language plpgsql immutable strict parallel safe as $$
    declare
      unit numeric;
      rounded numeric;
    begin
      if abs(trunc(places)) > 12 then return null; end if;
      unit := ('1e' || trunc(-places))::numeric;
      rounded := round(value, trunc(places)::int);
      if abs(rounded - value) * 2 = unit and mod(rounded, 2 * unit) <> 0 then
        return rounded - sign(value) * unit;
      end if;
      return rounded;
    end $$`,
};
