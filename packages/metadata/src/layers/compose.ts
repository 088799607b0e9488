// A workspace is a stack of layers: the engine's own items, the installed templates in order, the workspace's changes.
// Layers in, the items that count out; they are still raw and go through `validate`.
import { isDeeperThan, isObject } from '../json.ts';
import { fileOf, type RawItem } from '../kinds.ts';
import { problem, valueProblem, type Problem } from '../problems/problem.ts';
import { applyPatch } from './merge-patch.ts';

/** A change to an item of a layer below, as a merge patch; `patch: null` removes the item. */
export interface ItemPatch {
  readonly kind: string;
  readonly name: string;
  readonly patch: unknown;
}

export interface Layer {
  readonly name: string;
  readonly items: readonly (RawItem | ItemPatch)[];
}

/** `layers` are those that had a part in the item, lowest first. */
export interface ComposedItem extends RawItem {
  readonly layers: readonly string[];
}

export interface Composition {
  readonly items: readonly ComposedItem[];
  readonly problems: readonly Problem[];
}

/** Far beyond what the kinds and expressions allow; what is deeper could exhaust whoever walks it. */
const depthLimit = 200;

/**
 * A later item replaces one of the same kind and name; an entity with `extends: true` refines the one below member by member;
 * a patch changes what it names. Items keep the place where they were first seen.
 */
export function compose(layers: readonly Layer[]): Composition {
  const items = new Map<string, ComposedItem>();
  const problems: Problem[] = [];
  for (const layer of layers) {
    const seen = new Set<string>();
    for (const change of layer.items) {
      const path = fileOf(change.kind, change.name);
      const key = `${change.kind}/${change.name}`;
      const below = items.get(key);
      if (isDeeperThan(change, depthLimit)) problems.push(valueProblem(path, 'too_deep', { max: depthLimit }));
      else if (seen.has(key)) problems.push(problem(path, 'duplicate_name', change));
      else if (!below && refines(change))
        problems.push(problem(path, 'nothing_below', { ...change, layer: layer.name }));
      else if ('patch' in change && change.patch === null) items.delete(key);
      else items.set(key, composed(change, below, layer.name));
      seen.add(key);
    }
  }
  return { items: [...items.values()], problems };
}

function composed(change: RawItem | ItemPatch, below: ComposedItem | undefined, layer: string): ComposedItem {
  const { kind, name } = change;
  if ('patch' in change) {
    return { kind, name, body: applyPatch(below?.body, change.patch), layers: [...(below?.layers ?? []), layer] };
  }
  if (!below || !refines(change)) return { kind, name, body: change.body, layers: [layer] };
  return { kind, name, body: applyPatch(below.body, withoutExtends(change.body)), layers: [...below.layers, layer] };
}

function refines(change: RawItem | ItemPatch): boolean {
  if ('patch' in change) return true;
  return change.kind === 'entity' && isObject(change.body) && change.body['extends'] === true;
}

function withoutExtends(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { extends: _refines, $schema: _schema, ...changes } = body;
  return changes;
}
