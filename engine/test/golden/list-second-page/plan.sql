select (select row_to_json(d)
  from (select "r"."name" as "name", "r"."birthday" as "birthday") d)::text as json, r.k0::text as k0, r.k1::text as k1
  from (select "r"."id", "r"."name", "r"."birthday", "r"."birthday" as k0, "r"."id" as k1
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  order by "r"."birthday" desc, "r"."id" desc
  limit 3) "r"
  order by r.k0 desc, r.k1 desc;
