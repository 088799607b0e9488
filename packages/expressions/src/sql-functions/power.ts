// numeric's own power, kept from what it would take too long for or refuse; see ../values/powers.ts for the digits.
import type { SqlFunction } from './sql-function.ts';

export const powerFunction: SqlFunction = {
  name: 'power',
  definition: (schema) => `
    create or replace function ${schema}.power(base numeric, exponent numeric) returns numeric
    language plpgsql immutable strict parallel safe as $$
    declare
      b numeric := round(base, 60);
      e numeric := round(exponent, 60);
      digits numeric;
      result numeric;
    begin
      if abs(b) >= 1e60 or abs(e) >= 1e60 then return null; end if;
      if b = 0 then return case when e = 0 then 1 when e > 0 then 0 end; end if;
      if b < 0 and e <> trunc(e) then return null; end if;
      digits := e * log(abs(b));
      if digits > 61 then return null; end if;
      if digits < -14 then return 0; end if;
      result := round(round(power(round(abs(b), 80), e), 40), 12);
      if result >= 1e60 then return null; end if;
      return case when b < 0 and mod(e, 2) <> 0 then -result else result end;
    end $$`,
};
