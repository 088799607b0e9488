select "r"."name", "r"."number", "r"."id"
  from (select "r"."id", "r"."name", "r"."number"
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  and octet_length((coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", ''))) > char_length((coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", '')))
  and trellis.bigrams((coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", ''))) @> array[$1]::text[]
  and (coalesce(("r"."name"->>'full'), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", '')) ilike $2
  order by "r"."id" desc
  limit 51) r
  order by "r"."id" desc;
