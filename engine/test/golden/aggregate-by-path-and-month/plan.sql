select row_to_json(o)::text as json
  from (select "g"."doctor.department" as "doctor.department", "g"."month" as "month", case when length(ltrim(replace(trim_scale(abs("g"."count"::numeric))::text, '.', ''), '0')) <= 15 then to_json(trim_scale("g"."count"::numeric)) else to_json(trim_scale("g"."count"::numeric)::text) end as "count", case when length(ltrim(replace(trim_scale(abs("g"."sum_fee"::numeric))::text, '.', ''), '0')) <= 15 then to_json(trim_scale("g"."sum_fee"::numeric)) else to_json(trim_scale("g"."sum_fee"::numeric)::text) end as "sum_fee"
  from (select *
  from (select "r1"."department" as "doctor.department", date_trunc('month', ("r"."at" at time zone $1::text))::date as "month", count(*) as "count", sum("r"."fee") as "sum_fee"
  from "main"."visit" "r"
  left join "main"."doctor" "r1" on "r1"."id" = "r"."doctor"
  where "r"."deleted_at" is null
  group by 1, 2) a
  where "a"."count" > $2::bigint
  order by "a"."count" desc nulls last, "a"."doctor.department", "a"."month"
  limit 5) g) o;
