select json_build_object($1::text, "g"."d0", $2::text, "g"."d1", $3::text, case when length(ltrim(replace(trim_scale(abs("g"."m0"::numeric))::text, '.', ''), '0')) <= 15 then to_json(trim_scale("g"."m0"::numeric)) else to_json(trim_scale("g"."m0"::numeric)::text) end, $4::text, case when length(ltrim(replace(trim_scale(abs("g"."m1"::numeric))::text, '.', ''), '0')) <= 15 then to_json(trim_scale("g"."m1"::numeric)) else to_json(trim_scale("g"."m1"::numeric)::text) end)::text as json
  from (select *
  from (select "r1"."department" as "d0", date_trunc('month', ("r"."at" at time zone $5::text))::date as "d1", count(*) as "m0", sum("r"."fee") as "m1"
  from "main"."visit" "r"
  left join "main"."doctor" "r1" on "r1"."id" = "r"."doctor"
  where "r"."deleted_at" is null
  group by 1, 2) a
  where "a"."m0" > $6::bigint
  order by "a"."m0" desc nulls last, "a"."d0", "a"."d1"
  limit 5) g;
