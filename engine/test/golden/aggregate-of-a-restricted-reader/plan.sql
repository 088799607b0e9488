select row_to_json(o)::text as json
  from (select (select json_build_object('id', t.id, 'title', ("t"."name"->>'full'))
  from "main"."doctor" t
  where t.id = "g"."doctor") as "doctor", case when length(ltrim(replace(trim_scale(abs("g"."count"::numeric))::text, '.', ''), '0')) <= 15 then to_json(trim_scale("g"."count"::numeric)) else to_json(trim_scale("g"."count"::numeric)::text) end as "count"
  from (select *
  from (select "r"."doctor" as "doctor", count(*) as "count"
  from "main"."visit" "r"
  where "r"."deleted_at" is null
  group by 1) a
  order by "a"."doctor"
  limit 1000) g) o;
