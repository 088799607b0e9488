select (select row_to_json(d)
  from (select "r"."number" as "number", (select coalesce(json_agg((select row_to_json(d)
  from (select case when "rc1"."id" is not null then json_build_object('id', "rc1"."id", 'title', "rc1"."name") end as "medicine", "rc"."quantity" as "quantity") d)
  order by "rc"."id"), '[]')
  from "main"."prescription_line" "rc"
  left join "main"."medicine" "rc1" on "rc1"."id" = "rc"."medicine"
  where "rc"."prescription" = "r"."id"
  and "rc"."deleted_at" is null) as "lines") d)::text as json, r.k0::text as k0, r.k1::text as k1
  from (select "r"."id", "r"."number", "r"."number" as k0, "r"."id" as k1
  from "main"."prescription" "r"
  where "r"."deleted_at" is null
  order by "r"."number", "r"."id"
  limit 51) "r"
  order by r.k0, r.k1;
