select (select to_jsonb(d) - array_remove(array[case when "r"."created_by" = $1::uuid::uuid then null else 'id_card' end], null)
  from (select "r"."name" as "name", case when "r"."created_by" = $2::uuid::uuid then "r"."id_card" end as "id_card", "r"."chronic" as "chronic") d)::text, ("r"."name"->>'full') collate "en-x-icu", "r"."id"
  from "main"."patient" "r"
  where "r"."deleted_at" is null
  order by ("r"."name"->>'full') collate "en-x-icu", "r"."id"
  limit 4;
