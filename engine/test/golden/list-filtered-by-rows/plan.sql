select "r"."number", "r"."id"
  from "main"."prescription" "r"
  where "r"."deleted_at" is null
  and exists (select
  from "main"."prescription_line" "rc"
  where "rc"."prescription" = "r"."id"
  and "rc"."deleted_at" is null
  and "rc"."quantity" > $1::bigint)
  and (select coalesce(sum(value), 0)
  from (select ("rc"."quantity"::numeric * (select "rcq"."price"
  from "main"."medicine" "rcq"
  where "rcq"."id" = "rc"."medicine")::numeric) as value
  from "main"."prescription_line" "rc"
  where "rc"."prescription" = "r"."id"
  and "rc"."deleted_at" is null) as each) > $2::bigint
  order by "r"."number", "r"."id"
  limit 51;
