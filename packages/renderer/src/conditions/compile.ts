// Turns JSONLogic of metadata into functions of a record, once for many runs. What does not compile was refused when it was
// published; should it reach a screen all the same, it is as if it were not there, and the server decides.
import { check, type Scope } from '@trellis/expressions/check';
import { compiledPredicate } from '@trellis/expressions/compiled';
import { parseExpression } from '@trellis/expressions/parse';
import type { Context } from '@trellis/expressions/to-function';
import type { TypedExpression } from '@trellis/expressions/typed';
import type { Me } from '@trellis/client/wire';
import type { RecordData } from '../model.ts';

export type Predicate = (context: Context) => boolean;

/** A constant or an expression; undefined for what is neither. */
export function compilePredicate(condition: unknown, scope: Scope): Predicate | undefined {
  if (typeof condition === 'boolean') return () => condition;
  const typed = typedOf(condition, scope);
  return typed && compiledPredicate(typed);
}

function typedOf(json: unknown, scope: Scope): TypedExpression | undefined {
  const parsed = parseExpression(json);
  if (!parsed.ok) return undefined;
  const checked = check(parsed.value, scope);
  return checked.ok ? checked.value : undefined;
}

export interface Surroundings {
  readonly me: Me;
  readonly timeZone: string;
  readonly now: Date;
}

export function contextOf(record: RecordData, { me, timeZone, now }: Surroundings, old?: RecordData): Context {
  return {
    record,
    ...(old && { old }),
    user: { ...me.user, roles: me.roles },
    now: now.toISOString(),
    today: new Intl.DateTimeFormat('en-CA', { timeZone }).format(now),
    timeZone,
  };
}
