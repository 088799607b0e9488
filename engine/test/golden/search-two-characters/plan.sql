select (select row_to_json(d)
  from (select "r"."name" as "name", "r"."number" as "number") d)::text as json, r.k0::text as k0
  from (select "r"."id", "r"."name", "r"."number", "r"."id" as k0
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  and octet_length((coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", ''))) > char_length((coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", '')))
  and trellis.bigrams((coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", ''))) @> array[$1]::text[]
  and (coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", '')) ilike $2
  order by "r"."id" desc
  limit 51) "r"
  order by r.k0 desc;
