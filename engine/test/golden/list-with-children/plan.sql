select "r"."number", to_json((select coalesce(json_agg((select row_to_json(d.*)
  from (select (select json_build_object('id', "rco"."id", 'title', "rco"."name")
  from "main"."medicine" "rco"
  where "rco"."id" = "rc"."medicine") as "medicine", "rc"."quantity" as "quantity") d)
  order by "rc"."id"), '[]')
  from "main"."prescription_line" "rc"
  where "rc"."prescription" = "r"."id"
  and "rc"."deleted_at" is null))::text, "r"."id"
  from (select "r"."id", "r"."number"
  from "main"."prescription" "r"
  where "r"."deleted_at" is null
  order by "r"."number", "r"."id"
  limit 51) "r"
  order by "r"."number", "r"."id";
