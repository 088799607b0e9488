// An amount in another currency, by dated rates in one sorted list; see ../values/exchange-rates.ts for its form.
import type { SqlFunction } from './sql-function.ts';

export const convertAmountFunction: SqlFunction = {
  name: 'convert_amount',
  definition: (schema) => `
    create or replace function ${schema}.convert_amount(
      amount numeric, source text, target text, day date, keys text[], rates numeric[])
    returns numeric language plpgsql immutable strict parallel safe as $$
    declare
      pair text := source || ' ' || target || ' ';
      opposite text := target || ' ' || source || ' ';
      written text := to_char(day::timestamp, 'YYYY-MM-DD');
      place int;
    begin
      if source = target then return amount; end if;
      place := width_bucket((pair || written) collate "C", keys);
      if starts_with(keys[place], pair) then return amount * rates[place]; end if;
      place := width_bucket((opposite || written) collate "C", keys);
      if starts_with(keys[place], opposite) then
        return round(div(amount * 1e13, nullif(rates[place], 0)) * 1e-13, 12);
      end if;
      return null;
    end $$`,
};
