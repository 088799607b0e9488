// What changed between two versions of the metadata, item by item and, where an item has named parts, part by part. Identity
// is the id, so that a renamed field is one field and not two. Publishing tells it in words; the plan of the tables reads it.
import { isObject, pointer, sameJson, type JsonObject } from './json.ts';
import { kindNames, type Kind } from './kinds.ts';
import { itemsOf, type Metadata } from './metadata.ts';

/** `name` and `member` are the new ones, save where removed. `path` is a JSON Pointer into the item; '' is all of it. */
export interface Change {
  readonly change: 'added' | 'removed' | 'changed' | 'renamed';
  readonly kind: Kind;
  readonly name: string;
  /** The field, fill, rule or index of an entity, the entity of a role, the value of an option set. */
  readonly member?: string;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Members that hold named parts; everything else changes as a whole. */
const parts: { readonly [K in Kind]?: readonly string[] } = {
  entity: ['fields', 'fills', 'rules', 'indexes'],
  role: ['entities'],
  option_set: ['values'],
};

/** Kinds in the order of their registry; within a kind removed items last. */
export function diff(before: Metadata, after: Metadata): readonly Change[] {
  return kindNames.flatMap((kind) => {
    const pairs = pairUp(byId(itemsOf(before, kind)), byId(itemsOf(after, kind)));
    return pairs.flatMap((pair) => itemChanges(kind, pair));
  });
}

interface Part {
  readonly name: string;
  readonly body: JsonObject;
}

interface Pair {
  readonly old: Part | undefined;
  readonly new: Part | undefined;
}

function itemChanges(kind: Kind, pair: Pair): Change[] {
  const item = pair.new ?? pair.old;
  if (!item) return [];
  const { name, body } = item;
  const whole = { kind, name, path: '' };
  if (!pair.new) return [{ ...whole, change: 'removed', before: body, after: undefined }];
  if (!pair.old) return [{ ...whole, change: 'added', before: undefined, after: body }];
  const before = pair.old.body;
  const members = unionOfKeys(before, body).filter((member) => !identity.has(member));
  return [
    ...renaming(pair).map((names) => ({ ...names, kind, name, path: '/name' })),
    ...members.flatMap((member) => memberChanges({ kind, name, member }, before[member], body[member])),
  ];
}

/** Told otherwise or never: a change of the name is a renaming, and the id never changes. */
const identity: ReadonlySet<string> = new Set(['$schema', 'id', 'name']);

interface Place {
  readonly kind: Kind;
  readonly name: string;
  readonly member: string;
}

function memberChanges({ kind, name, member }: Place, before: unknown, after: unknown): Change[] {
  const path = pointer('', member);
  if (!parts[kind]?.includes(member)) return changed({ kind, name, path }, before, after);
  const [old, current] = [partsOf(before), partsOf(after)];
  const moved = Array.isArray(after)
    ? changed({ kind, name, path }, commonOrder(old, current), commonOrder(current, old))
    : [];
  return [...pairUp(old, current).flatMap((pair) => partChanges({ kind, name, member }, pair)), ...moved];
}

function partChanges({ kind, name, member }: Place, pair: Pair): Change[] {
  const part = pair.new ?? pair.old;
  if (!part) return [];
  const path = pointer('', member, part.name);
  const place = { kind, name, member: part.name, path };
  if (!pair.new) return [{ ...place, change: 'removed', before: part.body, after: undefined }];
  if (!pair.old) return [{ ...place, change: 'added', before: undefined, after: part.body }];
  const { old } = pair;
  const properties = unionOfKeys(old.body, part.body).filter((property) => property !== 'id');
  return [
    ...renaming(pair).map((names) => ({ ...names, ...place })),
    ...properties.flatMap((property) =>
      changed({ ...place, path: pointer(path, property) }, old.body[property], part.body[property]),
    ),
  ];
}

function renaming({ old, new: current }: Pair): Pick<Change, 'change' | 'before' | 'after'>[] {
  if (!old || !current || old.name === current.name) return [];
  return [{ change: 'renamed', before: old.name, after: current.name }];
}

function changed(place: Pick<Change, 'kind' | 'name' | 'member' | 'path'>, before: unknown, after: unknown): Change[] {
  return sameJson(before, after) ? [] : [{ ...place, change: 'changed', before, after }];
}

/** The parts of a member, by id: keyed by their names in an object, by their values in a list. */
function partsOf(member: unknown): ReadonlyMap<string, Part> {
  if (Array.isArray(member)) {
    const values = member
      .filter(isObject)
      .map((body) => [String(body['value']), { name: String(body['value']), body }] as const);
    return new Map(values);
  }
  return byId(new Map(Object.entries(isObject(member) ? member : {})));
}

function byId(bodies: ReadonlyMap<string, unknown>): ReadonlyMap<string, Part> {
  return new Map(
    [...bodies].map(([name, body]) => {
      const part: Part = { name, body: isObject(body) ? body : {} };
      return [String(part.body['id'] ?? name), part] as const;
    }),
  );
}

function pairUp(before: ReadonlyMap<string, Part>, after: ReadonlyMap<string, Part>): Pair[] {
  const kept = [...after].map(([id, part]) => ({ old: before.get(id), new: part }));
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, part]) => ({ old: part, new: undefined }));
  return [...kept, ...gone];
}

/** The order of those that both have. */
function commonOrder(parts: ReadonlyMap<string, Part>, others: ReadonlyMap<string, Part>): string[] {
  return [...parts.keys()].filter((id) => others.has(id));
}

function unionOfKeys(a: JsonObject, b: JsonObject): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
