// What an expression sees of the world when it runs in JavaScript.

export interface Context {
  /** Field values by name as they stand in JSON; a relation is an id, or a nested object where paths lead through it. */
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

/** Own properties only, so that no path reaches a prototype. */
export function lookUp(context: Context, path: readonly string[]): unknown {
  switch (path[0]) {
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

function descend(start: unknown, path: readonly string[], from: number): unknown {
  let value = start;
  for (let index = from; index < path.length; index += 1) {
    const name = path[index] ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = Reflect.get(value, name);
  }
  return value;
}
