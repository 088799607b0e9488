// `select` as a tree: fields of the record, look-ups with fields of their own, rows of child tables. Names are judged here.
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { fieldAccess, longestPath, type Judgement } from './judgement.ts';
import { planned } from './plan-cache.ts';

export interface SelectTree {
  readonly entity: CompiledEntity;
  readonly nodes: Map<string, SelectNode>;
}

/** `tree` is set where fields beyond a relation were asked for. */
export interface SelectNode {
  readonly field: CompiledField;
  tree: SelectTree | null;
}

/** @throws unknown_field for a name that does not exist for this asker. `null` and `*` mean every readable field. */
export function readSelect(
  judge: Judgement,
  entity: CompiledEntity,
  select: string | null,
  children: boolean,
): SelectTree {
  if (select === null)
    return planned(judge, `all of ${entity.name} ${children}`, () => wholeTree(judge, entity, children));
  const tree: SelectTree = { entity, nodes: new Map() };
  for (const part of partsOf(select)) addPath(judge, tree, part, children);
  return tree;
}

/** The comma list of a `select`, outside parentheses. */
export function partsOf(select: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= select.length; at++) {
    const character = select[at];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if ((character === ',' && depth === 0) || at === select.length) {
      parts.push(select.slice(from, at));
      from = at + 1;
    }
  }
  const last = select.slice(from);
  if (from < select.length && depth === 0 && last) parts.push(last);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function wholeTree(judge: Judgement, entity: CompiledEntity, children: boolean): SelectTree {
  const tree: SelectTree = { entity, nodes: new Map() };
  addAll(judge, tree, children);
  return tree;
}

function addPath(judge: Judgement, tree: SelectTree, path: string, children: boolean): void {
  const [, head = '', rest] = /^([^.(]*)(.*)$/s.exec(path.trim()) ?? [];
  if (head === '*' && !rest) return addAll(judge, tree, children);
  const node = nodeFor(judge, tree, head, path.trim());
  if (!rest) return;
  const target = targetOf(judge, node, path.trim());
  node.tree ??= { entity: target, nodes: new Map() };
  if (rest.startsWith('.')) return addPath(judge, node.tree, rest.slice(1), false);
  if (!rest.endsWith(')')) throw new Refusal('malformed_request', { reason: `select=${path}` });
  for (const part of partsOf(rest.slice(1, -1))) addPath(judge, node.tree, part, false);
}

function nodeFor(judge: Judgement, tree: SelectTree, name: string, path: string): SelectNode {
  const known = tree.nodes.get(name);
  if (known) return known;
  const field = tree.entity.fields.get(name);
  if (!field || fieldAccess(judge, field) === 'never') throw new Refusal('unknown_field', { name: path });
  const node: SelectNode = { field, tree: null };
  tree.nodes.set(name, node);
  return node;
}

function targetOf(judge: Judgement, node: SelectNode, path: string): CompiledEntity {
  const { relation } = node.field;
  const target = relation && relation.kind !== 'any' ? judge.model.entities.get(relation.entity) : undefined;
  if (!target || path.split('.').length > longestPath) throw new Refusal('unknown_field', { name: path });
  return target;
}

/** Children and links come with a single record, not with every row of a list. */
function addAll(judge: Judgement, tree: SelectTree, children: boolean): void {
  for (const field of tree.entity.fields.values()) {
    if (field.name === 'deleted_at' || fieldAccess(judge, field) === 'never') continue;
    if (field.shape !== null || children) tree.nodes.set(field.name, { field, tree: null });
  }
}
