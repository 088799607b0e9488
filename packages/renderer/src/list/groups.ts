// A table in groups: a head for each value of a field, its rows below it unless it is folded. The list stays one long list by
// position; this tells what stands where.
import type { AggregateRow } from '@trellis/client/wire';
import type { Model } from '../model.ts';

export interface RowGroup {
  readonly key: string;
  /** As a filter compares it: the option's value, the id of the record, `null` for none. */
  readonly value: unknown;
  /** As a cell shows it. */
  readonly shown: unknown;
  readonly count: number;
  readonly figures: AggregateRow;
}

/** Part of a stretch of the list: a head, or some rows of a group. */
export type Segment =
  | { readonly kind: 'head'; readonly group: RowGroup }
  | { readonly kind: 'rows'; readonly group: RowGroup; readonly start: number; readonly end: number };

/** Options in their own order, everything else by its name; what has no value comes last. */
export function groupsOf(
  model: Model,
  entity: string,
  field: string,
  figures: readonly AggregateRow[],
): readonly RowGroup[] {
  const at = model.field(entity, field);
  const order = at ? model.options(at.field).map((option) => option.value) : [];
  const compare = new Intl.Collator(model.language).compare;
  const groups = figures.map((row): RowGroup & { readonly name: string } => {
    const shown = row[field] ?? null;
    const value = identityOf(shown);
    return {
      key: String(value ?? ''),
      value,
      shown,
      name: nameOf(shown),
      count: Number(row['count'] ?? 0),
      figures: row,
    };
  });
  const rank = (group: RowGroup): number => {
    if (group.value === null) return Infinity;
    const position = order.indexOf(String(group.value));
    return position < 0 ? order.length : position;
  };
  return groups.sort((a, b) => (rank(a) === rank(b) ? compare(a.name, b.name) : rank(a) - rank(b)));
}

/** How many lines heads and unfolded rows take. */
export function lengthOf(groups: readonly RowGroup[], folded: ReadonlySet<string>): number {
  return groups.reduce((sum, group) => sum + linesOf(group, folded), 0);
}

/** What stands from line `start` up to, not including, line `end`. */
export function segmentsOf(
  groups: readonly RowGroup[],
  folded: ReadonlySet<string>,
  start: number,
  end: number,
): readonly Segment[] {
  const segments: Segment[] = [];
  let line = 0;
  for (const group of groups) {
    const lines = linesOf(group, folded);
    if (line < end && line + lines > start) {
      if (line >= start) segments.push({ kind: 'head', group });
      const from = Math.max(start - line - 1, 0);
      const to = Math.min(end - line - 1, lines - 1);
      if (to > from) segments.push({ kind: 'rows', group, start: from, end: to });
    }
    line += lines;
  }
  return segments;
}

function linesOf(group: RowGroup, folded: ReadonlySet<string>): number {
  return 1 + (folded.has(group.key) ? 0 : group.count);
}

function identityOf(shown: unknown): unknown {
  return typeof shown === 'object' && shown !== null && 'id' in shown ? shown.id : shown;
}

function nameOf(shown: unknown): string {
  return String(typeof shown === 'object' && shown !== null && 'title' in shown ? shown.title : (shown ?? ''));
}
