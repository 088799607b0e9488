// One search over every entity that the asker may read: a few records of each, by the same rules as a list.
import { identifier, join, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity } from '../model/model.ts';
import { fieldAccess, type Judgement } from '../records/judgement.ts';
import { scalarOf } from '../records/row-sql.ts';
import { joinsOf } from '../records/joins.ts';
import { conditions } from '../records/plan-read.ts';
import { titleSql } from '../records/render-sql.ts';

export interface Found {
  readonly entity: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
}

const eachEntity = 5;

/** A single letter or digit would match nearly everything, without an index: it finds nothing. */
export async function searchEverywhere(judge: Judgement, connection: Connection, text: string): Promise<Found[]> {
  const wanted = text.trim();
  if ([...wanted].length < 2) return [];
  const entities = [...judge.model.entities.values()].filter((entity) => searchable(judge, entity));
  const found = await Promise.all(entities.map((entity) => searchEntity(judge, connection, entity, wanted)));
  return found.flat();
}

function searchable(judge: Judgement, entity: CompiledEntity): boolean {
  return entity.searched !== null && !entity.parent && judge.access.row(entity.name, 'read').kind !== 'none';
}

async function searchEntity(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  text: string,
): Promise<Found[]> {
  const joins = joinsOf(judge, entity);
  const where = join(conditions(judge, entity, { filter: null, search: text, trash: false }, joins), ' and ');
  const rows =
    await connection.prepared(sql`select r.id, ${titleSql(judge, entity, 'r')} as title, ${subtitle(judge, entity)} as subtitle
    from ${entity.table} ${identifier(joins.root)}${joins.render()} where ${where} order by r.updated_at desc limit ${eachEntity}`);
  return rows.map((row) => ({
    entity: entity.name,
    id: String(row['id']),
    title: String(row['title'] ?? ''),
    subtitle: (row['subtitle'] as string | null) ?? null,
  }));
}

function subtitle(judge: Judgement, entity: CompiledEntity) {
  const name = entity.definition.subtitle;
  const field = name === undefined ? undefined : entity.fields.get(name);
  if (!field?.column || field.relation || fieldAccess(judge, field) !== 'always') return sql`null::text`;
  return sql`${scalarOf(judge, field, { alias: 'r', sight: 'seen' })}::text`;
}
