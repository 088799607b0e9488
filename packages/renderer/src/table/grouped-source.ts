// Feeds the grid with a list in groups: heads between the rows, each group's rows from a pager of its own. Far groups are reached at once,
// since every group begins with a question of its own.
import type { IDatasource } from 'ag-grid-community';
import type { RecordRow } from '@trellis/client/wire';
import { allOf } from '../filter/to-logic.ts';
import { createCursorPager, type CursorPager } from '../list/cursor-pager.ts';
import { lengthOf, segmentsOf, type RowGroup, type Segment } from '../list/groups.ts';
import { fetchRecords, sourceOf, type GridSourceOptions } from './grid-source.ts';

export interface Grouping {
  /** The field that the groups are values of. */
  readonly by: string;
  readonly groups: readonly RowGroup[];
  readonly folded: ReadonlySet<string>;
}

/** The line that stands for a group's head. */
export interface GroupHead extends RecordRow {
  readonly $group: RowGroup;
}

export function createGroupedSource(
  options: Omit<GridSourceOptions, 'onCount'>,
  { by, groups, folded }: Grouping,
): IDatasource {
  const total = lengthOf(groups, folded);
  const pagers = new Map<string, CursorPager<RecordRow>>();
  const pagerOf = (group: RowGroup): CursorPager<RecordRow> => {
    const known = pagers.get(group.key);
    if (known) return known;
    const filter = allOf(options.query.filter, { '==': [{ var: by }, group.value] });
    const question = { ...options, query: { ...options.query, filter }, onCount: () => undefined };
    const pager = createCursorPager<RecordRow>((request) => fetchRecords(question, { ...request, backward: false }));
    pagers.set(group.key, pager);
    return pager;
  };
  const linesOf = async (segment: Segment): Promise<readonly RecordRow[]> => {
    if (segment.kind === 'head') return [headOf(segment.group)];
    return (await pagerOf(segment.group).slice(segment.start, segment.end)).rows;
  };
  return sourceOf(options, async (start, end) => {
    const lines = await Promise.all(segmentsOf(groups, folded, start, end).map(linesOf));
    return { rows: lines.flat(), total };
  });
}

export function isGroupHead(row: RecordRow | undefined): row is GroupHead {
  return row !== undefined && '$group' in row;
}

function headOf(group: RowGroup): GroupHead {
  return { id: `$group:${group.key}`, $group: group };
}
