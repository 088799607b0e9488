select "r"."name", "r"."birthday", "r"."id"
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  order by "r"."birthday" desc, "r"."id" desc
  limit 3;
