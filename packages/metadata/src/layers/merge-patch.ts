// JSON Merge Patch (RFC 7396): a change stored as what it changes. `applyPatch(base, makePatch(base, next))` equals `next`
// wherever no member of `next` is null, a value that the metadata format has no use for. Members keep their order, which is
// the order of fields on screens.
import { isObject, sameJson } from '../json.ts';

/** `undefined` where nothing changed; `null` as a member's value removes that member. Lists are replaced whole. */
export function makePatch(base: unknown, next: unknown): unknown {
  if (!isObject(base) || !isObject(next)) return sameJson(base, next) ? undefined : next;
  const changes: [string, unknown][] = [];
  for (const name of Object.keys(base)) {
    if (!Object.hasOwn(next, name)) changes.push([name, null]);
  }
  for (const [name, value] of Object.entries(next)) {
    const change = Object.hasOwn(base, name) ? makePatch(base[name], value) : value;
    if (change !== undefined) changes.push([name, change]);
  }
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

/** Members that are there keep their place, new ones follow. Neither argument is changed; an absent patch changes nothing. */
export function applyPatch(base: unknown, patch: unknown): unknown {
  if (patch === undefined) return base;
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(base) ? Object.entries(base) : []);
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) members.delete(name);
    else members.set(name, applyPatch(members.get(name), change));
  }
  return Object.fromEntries(members);
}
