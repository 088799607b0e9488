select (select row_to_json(d)
  from (select "r"."number" as "number", "r"."status" as "status", case when "r1"."id" is not null then json_build_object('id', "r1"."id", 'title', ("r1"."name"->>'full'), 'name', "r1"."name") end as "patient", case when "r2"."id" is not null then json_build_object('id', "r2"."id", 'title', ("r2"."name"->>'full'), 'department', "r2"."department") end as "doctor") d)::text as json, r.k0::text as k0, r.k1::text as k1, r.k2::text as k2
  from (select "r"."id", "r"."number", "r"."status", "r"."patient", "r"."doctor", "r1"."department" as k0, "r"."number" as k1, "r"."id" as k2
  from "main"."visit" "r"
  left join "main"."doctor" "r1" on "r1"."id" = "r"."doctor"
  where "r"."deleted_at" is null
  and "r"."status" = $1::text
  order by "r1"."department", "r"."number", "r"."id"
  limit 3) "r"
  left join "main"."patient" "r1" on "r1"."id" = "r"."patient"
  left join "main"."doctor" "r2" on "r2"."id" = "r"."doctor"
  order by r.k0, r.k1, r.k2;
