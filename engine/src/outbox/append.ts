// The only writer of what must happen after a write: history and outbox rows, as parts of the very statement that writes.
import { identifier, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Late } from '../db/statement.ts';

export type EventKind = 'created' | 'updated' | 'deleted' | 'restored';

export interface EventRow {
  readonly schema: string;
  readonly kind: EventKind;
  readonly entity: string;
  /** The user's id, or what gives it when the statement runs. */
  readonly actor: string | Late;
  /** JSON of the `Changes`, or what gives it when the statement runs. */
  readonly changes: string | Late;
  readonly history: boolean;
}

/** CTEs to stand behind one that is called `w` and returns the written row's `id` and `version`. */
export function eventCtes(event: EventRow): Sql {
  return logCtes(event, sql`${event.changes}::jsonb`, sql`w`);
}

/** As `eventCtes`, where `w` returns many rows. `changes` is a relation of `id` and `changes`, one for each of them. */
export function batchEventCtes(event: Omit<EventRow, 'changes'>, changes: Sql): Sql {
  const each = sql`, e as materialized (select w.id, w.version, c.changes from w join ${changes} c on c.id = w.id)`;
  return sql`${each}${logCtes(event, sql`w.changes`, sql`e w`)}`;
}

function logCtes(event: Omit<EventRow, 'changes'>, changes: Sql, written: Sql): Sql {
  const log = sql`, o as (insert into ${identifier(event.schema, '_outbox')} (kind, entity, record_id, version, actor, changes)
    select ${raw(`'${event.kind}'`)}, ${raw(`'${event.entity}'`)}, w.id, w.version, ${event.actor}::uuid, ${changes} from ${written})`;
  if (!event.history) return log;
  return sql`${log}, h as (insert into ${identifier(event.schema, '_history')} (entity, record_id, version, action, by, changes)
    select ${raw(`'${event.entity}'`)}, w.id, w.version, ${raw(`'${event.kind}'`)}, ${event.actor}::uuid, ${changes} from ${written})`;
}
