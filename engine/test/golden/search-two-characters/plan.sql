select (select row_to_json(d)
  from (select "r"."name" as "name", "r"."number" as "number") d)::text as json, r.k0::text as k0
  from (select "r"."id", "r"."name", "r"."number", "r"."id" as k0
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  and octet_length("r"."_search") > char_length("r"."_search")
  and trellis.bigrams("r"."_search") @> array[$1]::text[]
  and "r"."_search" ilike $2
  order by "r"."id" desc
  limit 51) "r"
  order by r.k0 desc;
