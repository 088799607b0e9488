select (select to_jsonb(d.*) - array_remove(array[case when "r"."created_by" = $1::uuid::uuid then null else 'id_card' end], null)
  from (select "r"."name" as "name", case when "r"."created_by" = $2::uuid::uuid then "r"."id_card" end as "id_card", "r"."chronic" as "chronic") d)::text, "r"."_k0", "r"."id"
  from (select "r"."id", "r"."number", "r"."name", "r"."birthday", "r"."gender", "r"."blood_type", "r"."id_card", "r"."phone", "r"."address", "r"."allergies", "r"."guardian", "r"."chronic", "r"."chronic_note", "r"."created_at", "r"."created_by", "r"."updated_at", "r"."updated_by", "r"."version", "r"."deleted_at", ("r"."name"->>'full') collate "en-x-icu" as "_k0"
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  order by ("r"."name"->>'full') collate "en-x-icu", "r"."id"
  limit 4) "r"
  order by "r"."_k0", "r"."id";
