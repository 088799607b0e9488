select "r"."number", "r"."status", "r"."at", "r"."fee", to_json((select json_build_object('id', "ro"."id", 'title', ("ro"."name"->>'full'), 'name', "ro"."name")
  from "main"."patient" "ro"
  where "ro"."id" = "r"."patient"))::text, to_json((select json_build_object('id', "ro"."id", 'title', ("ro"."name"->>'full'), 'department', "ro"."department")
  from "main"."doctor" "ro"
  where "ro"."id" = "r"."doctor"))::text, "r"."_k0", "r"."id"
  from (select "r"."id", "r"."number", "r"."status", "r"."at", "r"."fee", "r"."patient", "r"."doctor", "r1"."department" as "_k0"
  from "main"."visit" "r"
  left join "main"."doctor" "r1" on "r1"."id" = "r"."doctor"
  where "r"."deleted_at" is null
  and "r"."status" = $1::text
  order by "r1"."department", "r"."number", "r"."id"
  limit 3) "r"
  order by "r"."_k0", "r"."number", "r"."id";
