// A view: columns, filter, order and, of a board, what its columns and cards are made from.
import { suggest } from '@trellis/expressions/suggest';
import { pointer } from '../json.ts';
import type { View } from '../kinds.ts';
import { optionsOf } from '../option-values.ts';
import { inspectChoice, inspectSort, inspectTotal } from './columns.ts';
import { inspectCondition } from './condition.ts';
import { named } from './named.ts';
import { report, type Inspection } from './inspection.ts';
import {
  note,
  referToItem,
  referToItems,
  referToMember,
  referToMembers,
  referToPath,
  reportRepeated,
} from './refer.ts';

export function inspectView(inspection: Inspection, view: View): void {
  referToItem(inspection, '/entity', 'entity', view.entity);
  referToItems(inspection, '/roles', 'role', view.roles);
  inspectColumns(inspection, view);
  inspectCondition(inspection, '/filter', view.filter, view.entity);
  inspectSort(inspection, '/sort', view.entity, view.sort);
  if (view.group !== undefined) {
    const group = referToMember(inspection, '/group', view.entity, view.group);
    if (group && !group.type.groupable) report(inspection, '/group', 'not_groupable', named(group));
  }
  if (view.board) inspectBoard(inspection, view.entity, view.board);
  else if (view.type === 'board') report(inspection, '', 'missing_member', { member: 'board' });
}

function inspectColumns(inspection: Inspection, { entity, columns = [] }: View): void {
  reportRepeated(
    inspection,
    '/columns',
    columns.map((column) => (typeof column === 'string' ? column : column.field)),
  );
  for (const [index, column] of columns.entries()) {
    const path = pointer('/columns', index);
    if (typeof column === 'string') {
      referToPath(inspection, path, entity, column.split('.'));
      continue;
    }
    const member = referToPath(inspection, `${path}/field`, entity, column.field.split('.'));
    if (column.total !== undefined) inspectTotal(inspection, `${path}/total`, member, column.total);
  }
}

function inspectBoard(inspection: Inspection, entity: string, board: NonNullable<View['board']>): void {
  const by = inspectChoice(inspection, '/board/by', entity, board.by);
  referToMembers(inspection, '/board/card', entity, board.card);
  if (board.total !== undefined) {
    inspectTotal(inspection, '/board/total', referToMember(inspection, '/board/total', entity, board.total), 'sum');
  }
  if (!by) return;
  const known = optionsOf(inspection.metadata, by.field).map(({ value }) => value);
  const set = 'options' in by.field && typeof by.field.options === 'string' ? by.field.options : undefined;
  for (const [index, value] of (board.hidden ?? []).entries()) {
    const path = pointer('/board/hidden', index);
    if (set !== undefined) note(inspection, path, 'option_set', set, value);
    if (!known.includes(value)) {
      report(inspection, path, 'unknown_value', { name: set ?? board.by, value }, suggest(value, known));
    }
  }
}
