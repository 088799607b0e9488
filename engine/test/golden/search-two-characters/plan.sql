select "r"."name", "r"."number", "r"."id"
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  and trellis.bigrams((coalesce((("r"."name"->>'full') || coalesce(E'\n' || substr("r"."_pinyin_name", 10), '')), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", ''))) @> array[lower($1::text)]
  and (coalesce((("r"."name"->>'full') || coalesce(E'\n' || substr("r"."_pinyin_name", 10), '')), '') || E'\n' || coalesce("r"."number", '') || E'\n' || coalesce("r"."phone", '')) ilike $2
  order by "r"."id" desc
  limit 51;
