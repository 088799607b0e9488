// The tables of a workspace's schema that do not come from metadata: history, outbox, counters.
import { identifier, raw, sql, type Sql } from '@trellis/expressions/sql';
import { peopleChannel } from '../auth/people.ts';

/** Statements that make a new schema ready for its first version. */
export function workspaceTables(schema: string): readonly Sql[] {
  const at = (name: string): Sql => identifier(schema, name);
  return [
    sql`create schema ${identifier(schema)}`,
    sql`create table ${at('_history')} (
      id bigint generated always as identity primary key,
      entity text not null, record_id uuid not null, version int not null,
      action text not null, at timestamptz not null default now(), by uuid not null, changes jsonb not null)`,
    sql`create index on ${at('_history')} (record_id, id desc)`,
    sql`create table ${at('_outbox')} (
      -- consumed in the order of transactions: ids alone do not commit in order
      xid xid8 not null default pg_current_xact_id(),
      id bigint generated always as identity,
      at timestamptz not null default now(),
      kind text not null, entity text not null, record_id uuid not null, version int not null, actor uuid not null, changes jsonb not null,
      primary key (xid, id))`,
    sql`create table ${at('_outbox_consumer')} (name text primary key, xid xid8 not null default '0', id bigint not null default 0)`,
    sql`create table ${at('_counter')} (key text primary key, value bigint not null)`,
    releasedTable(schema),
    unfilledTable(schema),
    rollupTable(schema),
  ];
}

/** Which look-ups a delete has cleared: `record` of `entity` looked up `target` by `field`, and does so again when it comes back. */
export function releasedTable(schema: string): Sql {
  return sql`create table if not exists ${identifier(schema, '_released')} (
    target uuid not null, entity text not null, field text not null, record uuid not null, primary key (target, entity, field, record))`;
}

/** Kept roll-ups, what they mean, and whether they hold it in every row. */
export function rollupTable(schema: string): Sql {
  return sql`create table if not exists ${identifier(schema, '_rollup')} (
    entity text not null, field text not null, digest text not null, filled boolean not null, primary key (entity, field))`;
}

/** Columns that the engine makes from others, new and not filled for the rows that were there before. */
export function unfilledTable(schema: string): Sql {
  return sql`create table if not exists ${identifier(schema, '_unfilled')} (
    table_name text not null, column_name text not null, primary key (table_name, column_name))`;
}

/** After the first version: whoever changes people or teams tells every node. */
export function peopleTriggers(schema: string): readonly Sql[] {
  const name = identifier(schema, '_people_changed');
  return [
    sql`create function ${name}() returns trigger language plpgsql as ${raw(`$$ begin perform pg_notify('${peopleChannel}', '${schema}'); return null; end $$`)}`,
    ...['user', 'team', 'user__teams'].map(
      (table) => sql`create trigger people_changed after insert or update or delete on ${identifier(schema, table)}
        for each statement execute function ${name}()`,
    ),
  ];
}
