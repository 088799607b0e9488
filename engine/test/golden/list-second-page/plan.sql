select "r"."name", "r"."birthday", "r"."id"
  from (select "r"."id", "r"."name", "r"."birthday"
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  order by "r"."birthday" desc, "r"."id" desc
  limit 3) "r"
  order by "r"."birthday" desc, "r"."id" desc;
