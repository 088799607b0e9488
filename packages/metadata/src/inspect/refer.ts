// Following a name to what it names: the reference is noted, and a name that leads nowhere is a problem with the nearest name
// as its hint. Each function gives what was found, undefined where there is nothing to go on with.
import { suggest } from '@trellis/expressions/suggest';
import { pointer } from '../json.ts';
import type { Body, Kind } from '../kinds.ts';
import { membersOf, resolvePath, type Member, type Step } from '../members.ts';
import { itemsOf } from '../metadata.ts';
import { report, type Inspection } from './inspection.ts';

export function referToItem<K extends Kind>(
  inspection: Inspection,
  path: string,
  kind: K,
  name: string,
): Body<K> | undefined {
  note(inspection, path, kind, name);
  const items: ReadonlyMap<string, Body<K>> = itemsOf(inspection.metadata, kind);
  const found = items.get(name);
  if (!found && !inspection.isOpaque(kind, name)) {
    const code: `unknown_${Kind}` = `unknown_${kind}`;
    report(inspection, path, code, { name }, suggest(name, items.keys()));
  }
  return found;
}

export function referToItems(inspection: Inspection, path: string, kind: Kind, names: readonly string[] = []): void {
  for (const [index, name] of names.entries()) referToItem(inspection, pointer(path, index), kind, name);
}

/** A form, view or page that has to be about `entity`. */
export function referToItemOf(
  inspection: Inspection,
  path: string,
  kind: 'form' | 'view' | 'page',
  { name, entity }: { readonly name: string; readonly entity: string },
): void {
  const found = referToItem(inspection, path, kind, name);
  if (!found || found.entity === entity) return;
  report(inspection, path, 'other_entity', { kind, name, actual: found.entity, entity });
}

export function referToMember(inspection: Inspection, path: string, entity: string, name: string): Member | undefined {
  return referToPath(inspection, path, entity, [name]);
}

/** The last field of a path through look-ups; every field on the way is noted. */
export function referToPath(
  inspection: Inspection,
  path: string,
  entity: string,
  names: readonly string[],
): Member | undefined {
  const resolved = resolvePath(inspection.metadata, entity, names);
  for (const step of resolved.steps) note(inspection, path, 'entity', step.entity, step.name);
  if (resolved.ok) return resolved.last;
  const last = resolved.steps.at(-1);
  if (!last) return undefined;
  if (resolved.reason === 'unknown_field') reportUnknownField(inspection, path, last);
  else report(inspection, path, resolved.reason, { field: last.name, entity: last.entity });
  return undefined;
}

/** Of each name in a list, which may not hold one twice. */
export function referToMembers(
  inspection: Inspection,
  path: string,
  entity: string,
  names: readonly string[] = [],
): (Member | undefined)[] {
  reportRepeated(inspection, path, names);
  return names.map((name, index) => referToPath(inspection, pointer(path, index), entity, name.split('.')));
}

export function reportRepeated(inspection: Inspection, path: string, names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index) report(inspection, pointer(path, index), 'duplicate_entry', { name });
  }
}

export function note(inspection: Inspection, path: string, kind: Kind, name: string, member?: string): void {
  const from = { kind: inspection.kind, name: inspection.name, path };
  inspection.references.push({ from, to: member === undefined ? { kind, name } : { kind, name, member } });
}

/** An entity that cannot be looked into is not blamed for the fields it may have. */
function reportUnknownField(inspection: Inspection, path: string, { entity, name }: Step): void {
  const body = inspection.metadata.entities.get(entity);
  const broken = inspection.brokenMembers('entity', entity);
  if (!body || broken.has(name)) return;
  const suggestion = suggest(name, [...membersOf(body).keys(), ...broken]);
  report(inspection, path, 'unknown_field', { entity, field: name }, suggestion);
}
