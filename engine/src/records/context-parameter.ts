// What an expression may name beside the record, in SQL: the moment, the day, and who asks.
import { raw, sql, type Sql } from '@trellis/expressions/sql';
import { type Asker, userContext } from '../auth/actor.ts';
import { late } from '../db/statement.ts';
import { userType } from '../model/scope.ts';
import type { AskerBinding, Judgement } from './judgement.ts';

/** `$now`, `$today` and `$user.…` as typed parameters; null for paths of the record. */
export function contextParameter(judge: Judgement, path: readonly string[]): Sql | null {
  const { model } = judge;
  const [first, ...rest] = path;
  const value = (read: (asker: Asker) => unknown): unknown =>
    judge.deferred ? late<AskerBinding>((binding) => read(binding.asker)) : read(judge.asker);
  if (first === '$now') return sql`${value((asker) => asker.now)}::timestamptz`;
  if (first === '$today') return sql`${value((asker) => asker.today)}::date`;
  if (first === '$time_zone') return sql`${value((asker) => asker.actor.timeZone)}::text`;
  if (first !== '$user') return null;
  const name = rest.join('.') || 'id';
  return sql`${value((asker) => userContext(asker.actor)[name] ?? null)}::${raw(parameterTypes[userType(model.entities, rest) ?? 'text'] ?? 'text')}`;
}

const parameterTypes: Readonly<Record<string, string>> = {
  id: 'uuid',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
  'id[]': 'uuid[]',
  'text[]': 'text[]',
};
