// The columns of an export: every part of its `select` is one, in their order, or several where it says `*` or parentheses.
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import type { Judgement } from '../records/judgement.ts';
import { entityNamed } from '../records/render-sql.ts';
import { partsOf, readSelect, type SelectTree } from '../records/select.ts';

export interface ExportColumn {
  /** As in `select`: `account.name`. */
  readonly path: string;
  /** One for each step of the path. */
  readonly fields: readonly [CompiledField, ...CompiledField[]];
}

export interface ExportedColumns {
  readonly tree: SelectTree;
  readonly columns: readonly ExportColumn[];
}

/** @throws unknown_field; malformed_request for what has no room in a cell. */
export function exportedColumns(judge: Judgement, entity: CompiledEntity, select: string | null): ExportedColumns {
  const tree = readSelect(judge, entity, select, false);
  const parts = select === null ? [tree] : partsOf(select).map((part) => readSelect(judge, entity, part, false));
  const columns = new Map(parts.flatMap(leavesOf).map((column) => [column.path, column]));
  if (columns.size === 0) throw new Refusal('malformed_request', { reason: 'select' });
  for (const column of columns.values()) refuseWithoutTitle(tree, column);
  countChildren(judge, tree);
  return { tree, columns: [...columns.values()] };
}

function leavesOf(tree: SelectTree): ExportColumn[] {
  return [...tree.nodes].flatMap(([name, { field, tree: inner }]): ExportColumn[] => {
    if (!inner) return [{ path: name, fields: [field] }];
    // Rows of a child table are many lines, and a cell is one: it says how many there are.
    if (field.relation?.kind === 'children') throw malformed(name);
    return leavesOf(inner).map(({ path, fields }) => ({ path: `${name}.${path}`, fields: [field, ...fields] }));
  });
}

/** Of several linked records the answer has either their titles or the fields that were named. */
function refuseWithoutTitle(tree: SelectTree, { path, fields }: ExportColumn): void {
  if (fields.at(-1)?.relation?.kind !== 'many') return;
  const node = path.split('.').reduce<SelectTree | null>((at, name) => at?.nodes.get(name)?.tree ?? null, tree);
  if (node) throw malformed(path);
}

/** The ids of children are enough to count them. */
function countChildren(judge: Judgement, tree: SelectTree): void {
  for (const node of tree.nodes.values()) {
    const { relation } = node.field;
    if (node.tree) countChildren(judge, node.tree);
    else if (relation?.kind === 'children') {
      const child = entityNamed(judge, relation.entity);
      const id = child.fields.get('id');
      node.tree = { entity: child, nodes: new Map(id ? [['id', { field: id, tree: null }]] : []) };
    }
  }
}

function malformed(path: string): Refusal {
  return new Refusal('malformed_request', { reason: `select: ${path}` });
}
