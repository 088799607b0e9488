select json_build_object($1::text, (select json_build_object('id', t.id, 'title', ("t"."name"->>'full'))
  from "main"."doctor" t
  where t.id = "g"."d0"), $2::text, case when length(ltrim(replace(trim_scale(abs("g"."m0"::numeric))::text, '.', ''), '0')) <= 15 then to_json(trim_scale("g"."m0"::numeric)) else to_json(trim_scale("g"."m0"::numeric)::text) end)::text as json
  from (select *
  from (select "r"."doctor" as "d0", count(*) as "m0"
  from "main"."visit" "r"
  where "r"."deleted_at" is null
  group by 1) a
  order by "a"."d0"
  limit 1000) g;
