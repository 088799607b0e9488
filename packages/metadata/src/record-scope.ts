// What the names in an expression about a record mean: its fields, paths through its look-ups, `$record`, `$old`, and `$user`; and
// the calendars and rates of the workspace. `$now` and `$today` are known to the expression language itself.
import type { Scope } from '@trellis/expressions/check';
import { labelTexts } from '@trellis/field-types/label';
import type { ValueType } from '@trellis/expressions/types';
import { resolvePath, rowsAt } from './members.ts';
import type { Metadata } from './metadata.ts';
import { optionsOf } from './option-values.ts';
import { writtenRates } from './rates.ts';
import { workingDaysOf } from './working-days.ts';

/**
 * What `$user` tells beside the fields of the entity `user`: the names of the roles, the first team, the people of the user's
 * teams, and the people below the user.
 */
export const userFacts: { readonly [name: string]: ValueType } = {
  roles: 'text[]',
  team: 'id',
  team_members: 'id[]',
  team_below: 'id[]',
};

export function recordScope(metadata: Metadata, entity: string): Scope {
  return {
    typeOf(path) {
      const [first, fact = '', more] = path;
      if (first === '$user' && more === undefined && Object.hasOwn(userFacts, fact)) return userFacts[fact];
      const { subject, fields } = subjectOf(path, entity);
      const resolved = resolvePath(metadata, subject, fields);
      return resolved.ok ? resolved.last.valueType : undefined;
    },
    rowsOf(path) {
      const rows = entityOfRows(metadata, entity, path);
      return rows === undefined ? undefined : recordScope(metadata, rows);
    },
    calendar(name) {
      const calendar = metadata.calendars.get(name);
      return calendar && workingDaysOf(calendar);
    },
    calendarNames: () => metadata.calendars.keys(),
    // What they come to through the workspace's currency is of no interest to types.
    get rates() {
      return writtenRates(metadata.exchange_rates.values());
    },
  };
}

/** The same for what is being written: a constant beside a field of options has to be one of them. */
export function writtenScope(metadata: Metadata, entity: string): Scope {
  return Object.assign(recordScope(metadata, entity), {
    rowsOf: (path: readonly string[]) => {
      const rows = entityOfRows(metadata, entity, path);
      return rows === undefined ? undefined : writtenScope(metadata, rows);
    },
    optionsOf: (path: readonly string[]) => {
      const { subject, fields } = subjectOf(path, entity);
      const resolved = resolvePath(metadata, subject, fields);
      const options = resolved.ok ? optionsOf(metadata, resolved.last.field) : [];
      if (options.length === 0) return undefined;
      return options.map(({ value, label }) => ({ value, labels: labelTexts(label) }));
    },
  });
}

function entityOfRows(metadata: Metadata, entity: string, path: readonly string[]): string | undefined {
  return path[0] === '$user' ? undefined : rowsAt(metadata, entity, subjectOf(path, entity).fields);
}

/** The entity that a name begins at, and the fields it goes through. `$user` by itself is the user's id. */
export function subjectOf(
  path: readonly string[],
  entity: string,
): { readonly subject: string; readonly fields: readonly string[] } {
  const [first, ...rest] = path;
  if (first === '$user') return { subject: 'user', fields: rest.length > 0 ? rest : ['id'] };
  if (rest.length > 0 && (first === '$old' || first === '$record')) return { subject: entity, fields: rest };
  return { subject: entity, fields: path };
}
