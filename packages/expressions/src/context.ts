// What an expression sees of the world when it runs in JavaScript.
import type { MemberName } from './each.ts';
import type { Operand } from './operand.ts';

export interface Context {
  /**
   * Field values by name as they stand in JSON; a relation is an id, or a nested object where paths lead through it; a child
   * table a list of such records.
   */
  readonly record: { readonly [name: string]: unknown };
  /** The record as it was before the change. */
  readonly old?: { readonly [name: string]: unknown };
  readonly user?: { readonly [name: string]: unknown };
  /** ISO 8601 with a zone. */
  readonly now: string;
  /** YYYY-MM-DD in `timeZone`. */
  readonly today: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The context of one row or one member of a list: all else in it is that of the context around. */
export interface Frame extends Context {
  /** What `$record` leads to. */
  readonly owner: Context['record'];
  readonly members?: { readonly [name in MemberName]?: Operand };
  /** How many members the lists around it come to, each within the other. */
  readonly reach: number;
}

/** `leadsOut`: the rows were named by way of `$record`. */
export function rowFrame(context: Context, row: unknown, leadsOut: boolean): Frame {
  return {
    ...context,
    record: isRecord(row) ? row : {},
    owner: leadsOut ? ownerOf(context) : context.record,
    reach: 1,
  };
}

export function memberFrame(context: Context, members: NonNullable<Frame['members']>, reach: number): Frame {
  return { ...context, owner: context.record, members, reach };
}

export function memberOf(context: Context, name: MemberName): Operand {
  return (isFrame(context) ? context.members?.[name] : undefined) ?? null;
}

export function reachOf(context: Context): number {
  return isFrame(context) ? context.reach : 1;
}

/** Own properties only, so that no path reaches a prototype. */
export function lookUp(context: Context, path: readonly string[]): unknown {
  switch (path[0]) {
    case '$record':
      return descend(ownerOf(context), path, 1);
    case '$now':
      return context.now;
    case '$today':
      return context.today;
    case '$time_zone':
      return context.timeZone;
    case '$old':
      return descend(context.old, path, 1);
    case '$user':
      return descend(context.user, path, 1);
    default:
      return descend(context.record, path, 0);
  }
}

function ownerOf(context: Context): Context['record'] {
  return isFrame(context) ? context.owner : context.record;
}

function isFrame(context: Context): context is Frame {
  return 'owner' in context;
}

function isRecord(value: unknown): value is Context['record'] {
  return typeof value === 'object' && value !== null;
}

function descend(start: unknown, path: readonly string[], from: number): unknown {
  let value = start;
  for (let index = from; index < path.length; index += 1) {
    const name = path[index] ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = Reflect.get(value, name);
  }
  return value;
}
