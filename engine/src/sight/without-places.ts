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
  return left(value, [...places], '');
}

/** @param places those at or below `at`. */
function left(value: unknown, places: readonly string[], at: string): unknown {
  if (places.length === 0) return value;
  if (places.includes(at)) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const leftOf = (part: unknown, token: string): unknown => {
    const here = pointer(at, token);
    const inside = places.filter((place) => place === here || place.startsWith(`${here}/`));
    return left(part, inside, here);
  };
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown, index) => leftOf(entry, String(index)));
    return entries.filter((entry) => entry !== undefined);
  }
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const rest = leftOf(member, name);
    const isEmptied = Array.isArray(member) && Array.isArray(rest) && member.length > 0 && rest.length === 0;
    return { name, rest: isEmptied && !bare.has(name) ? undefined : rest, isEmptied };
  });
  if (members.some(({ name, isEmptied }) => isEmptied && vital.has(name))) return undefined;
  return Object.fromEntries(members.filter(({ rest }) => rest !== undefined).map(({ name, rest }) => [name, rest]));
}
