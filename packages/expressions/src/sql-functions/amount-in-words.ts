// An amount of yuan in words, by the rules that ../values/amount-in-words.ts names.
import type { SqlFunction } from './sql-function.ts';

export const amountInWordsFunction: SqlFunction = {
  name: 'amount_in_words',
  definition: (schema) => `
    create or replace function ${schema}.amount_in_words(amount numeric) returns text
    language plpgsql immutable strict parallel safe as $$
    declare
      digits constant text := '零壹贰叁肆伍陆柒捌玖';
      places constant text[] := array['仟', '佰', '拾', '', '仟', '佰', '拾', '', '仟', '佰', '拾', ''];
      groups constant text[] := array['亿', '万', ''];
      rounded numeric := round(amount, 2);
      -- twelve digits of yuan, one of jiao, one of fen
      written text;
      words text := '';
      part text;
      digit int;
      gap boolean := false;
    begin
      if abs(rounded) >= 1e12 then return null; end if;
      written := lpad((abs(rounded) * 100)::bigint::text, 14, '0');
      for i in 1..12 loop
        digit := substr(written, i, 1)::int;
        if digit = 0 then
          -- after the last word of a group, a zero counts only where another group or digit has to be told apart from it
          gap := words <> '' and (gap or i % 4 <> 0 or substr(written, i - 3, 4) = '0000');
        else
          if gap then words := words || '零'; end if;
          words := words || substr(digits, digit + 1, 1) || places[i];
          gap := false;
        end if;
        if i % 4 = 0 and substr(written, i - 3, 4) <> '0000' then
          words := words || groups[i / 4];
          gap := false;
        end if;
      end loop;
      if words <> '' then
        words := words || '元';
        if right(written, 2) = '00' then
          words := words || '整';
        elsif substr(written, 12, 1) = '0' or substr(written, 13, 1) = '0' then
          words := words || '零';
        end if;
      end if;
      foreach part in array array['角', '分'] loop
        digit := substr(written, case part when '角' then 13 else 14 end, 1)::int;
        if digit > 0 then words := words || substr(digits, digit + 1, 1) || part; end if;
      end loop;
      if words = '' then return '零元整'; end if;
      return case when rounded < 0 then '负' else '' end || words;
    end $$`,
};
