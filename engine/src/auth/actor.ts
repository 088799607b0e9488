// Who is asking: a person of a workspace with roles, resolved to what permission conditions need.
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly roles: readonly string[];
  /** The user's own record: what `$user.…` reads. */
  readonly record: Readonly<Record<string, unknown>>;
  /** Ids, resolved once and kept until people or teams change. */
  readonly teams: readonly string[];
  readonly teamMembers: readonly string[];
  /** The asker, who reports to them at any depth, and the members of teams that they head or that stand below. */
  readonly teamBelow: readonly string[];
}

/** An actor at one moment. `now` is an ISO instant, `today` the date in the actor's zone. */
export interface Asker {
  readonly actor: Actor;
  readonly now: string;
  readonly today: string;
  readonly language: string;
}

export function askerAt(actor: Actor, now: Date, language = actor.language): Asker {
  return { actor, now: now.toISOString(), today: dateIn(now, actor.timeZone), language };
}

/** What `$user` is in expressions; see `userFacts` of the model's scope. */
export function userContext(actor: Actor): Readonly<Record<string, unknown>> {
  return {
    ...actor.record,
    id: actor.userId,
    roles: actor.roles,
    team: actor.teams[0] ?? null,
    teams: actor.teams,
    team_members: actor.teamMembers,
    team_below: actor.teamBelow,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();
const lately = new Map<string, { readonly minute: number; readonly date: string }>();

/** `YYYY-MM-DD` of an instant in a time zone. Zones change their offset by whole minutes, so one answer serves for a minute. */
export function dateIn(instant: Date, timeZone: string): string {
  const minute = Math.floor(instant.getTime() / 60_000);
  const known = lately.get(timeZone);
  if (known?.minute === minute) return known.date;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  const date = format.format(instant);
  lately.set(timeZone, { minute, date });
  return date;
}
