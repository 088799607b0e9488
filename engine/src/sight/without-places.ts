// Takes places out of a piece of metadata: members of objects, entries of lists. What cannot be without a list that has lost its
// last entry goes with it, as a section does without fields.
import { pointer } from './places.ts';

/** The lists that say nothing when they are empty: other lists are left out, and mean the usual then. */
const vital = new Set(['fields', 'sections', 'blocks', 'tabs', 'items', 'groups', 'entities']);
/** A card may be bare: its title is always there. */
const bare = new Set(['card']);

/** @param places JSON Pointers. @returns undefined where nothing is left that could stand by itself. */
export function withoutPlaces<T>(value: T, places: ReadonlySet<string>): T | undefined;
export function withoutPlaces(value: unknown, places: ReadonlySet<string>): unknown {
  return places.size === 0 ? value : left(value, places, '');
}

function left(value: unknown, places: ReadonlySet<string>, at: string): unknown {
  if (places.has(at)) return undefined;
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown, index) => left(entry, places, pointer(at, String(index))));
    return entries.filter((entry) => entry !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const rest = left(member, places, pointer(at, name));
    const isEmptied = Array.isArray(member) && Array.isArray(rest) && member.length > 0 && rest.length === 0;
    return { name, rest: isEmptied && !bare.has(name) ? undefined : rest, isEmptied };
  });
  if (members.some(({ name, isEmptied }) => isEmptied && vital.has(name))) return undefined;
  return Object.fromEntries(members.filter(({ rest }) => rest !== undefined).map(({ name, rest }) => [name, rest]));
}
