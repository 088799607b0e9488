// Mixes dated records with field changes into one line of time: first what is planned, soonest on top, what should have been done by
// now included; then what was, newest on top.
import type { HistoryEntry, RecordRow } from '@trellis/client/wire';

export type TimelineEntry =
  | { readonly kind: 'record'; readonly at: string; readonly record: RecordRow }
  | { readonly kind: 'change'; readonly at: string; readonly entry: HistoryEntry };

export interface TimelineParts {
  readonly planned: readonly TimelineEntry[];
  readonly past: readonly TimelineEntry[];
}

interface TimelineSource {
  readonly records: readonly RecordRow[];
  /** Name of the date field of the records; those without a date count from when they were made. */
  readonly at: string;
  readonly changes: readonly HistoryEntry[];
  readonly now: string;
  /** Its date has passed, and it is still to be done. */
  isOverdue(record: RecordRow): boolean;
}

export function timelineEntries({ records, at, changes, now, isOverdue }: TimelineSource): TimelineParts {
  const dated = records.map((record): TimelineEntry => ({ kind: 'record', at: dateOf(record, at), record }));
  const changed = changes.map((entry): TimelineEntry => ({ kind: 'change', at: entry.at, entry }));
  const today = now.slice(0, 10);
  const isPlanned = (entry: TimelineEntry): boolean =>
    entry.at > (entry.at.length === 10 ? today : now) || (entry.kind === 'record' && isOverdue(entry.record));
  return {
    planned: dated.filter(isPlanned).sort((a, b) => compare(a.at, b.at)),
    past: [...dated.filter((entry) => !isPlanned(entry)), ...changed].sort((a, b) => compare(b.at, a.at)),
  };
}

function dateOf(record: RecordRow, at: string): string {
  const date = record[at] ?? record['created_at'];
  return typeof date === 'string' ? date : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
