// The report of an import, read from its job.
import type { Job } from '@trellis/client/wire';

export interface RowError {
  readonly row: number;
  readonly field: string;
  readonly message: string;
  readonly value: string;
}

export interface ImportReport {
  readonly accepted: number;
  readonly updated: number;
  readonly skipped: number;
  readonly refused: number;
  readonly errors: readonly RowError[];
  /** Header → text that means nothing yet → number of rows. */
  readonly unmatched: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function reportOf(job: Job): ImportReport {
  const report = job.report ?? {};
  const count = (name: string): number => (typeof report[name] === 'number' ? report[name] : 0);
  return {
    accepted: count('accepted'),
    updated: count('updated'),
    skipped: count('skipped'),
    refused: count('refused'),
    errors: Array.isArray(report['errors']) ? (report['errors'] as readonly RowError[]) : [],
    unmatched: (report['unmatched'] ?? {}) as ImportReport['unmatched'],
  };
}

/** Seconds that are left at the pace so far; undefined while there is no pace yet. */
export function secondsLeft(progress: {
  readonly done: number;
  readonly total: number | null;
  readonly elapsed: number;
}): number | undefined {
  const { done, total, elapsed } = progress;
  if (total === null || done === 0 || elapsed < 1) return undefined;
  return Math.max(0, Math.round(((total - done) * elapsed) / done));
}

export interface Reason {
  readonly field: string;
  readonly message: string;
  readonly rows: number;
  /** The first different cells that it was said of. */
  readonly values: readonly string[];
}

const shownValues = 4;

/** The reasons for which rows were refused, the most frequent first. */
export function reasonsOf(errors: readonly RowError[]): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { field, message, value } of errors) {
    const key = `${field} ${message}`;
    const { rows = 0, values = [] } = reasons.get(key) ?? {};
    const isKnown = value === '' || values.includes(value) || values.length >= shownValues;
    reasons.set(key, { field, message, rows: rows + 1, values: isKnown ? values : [...values, value] });
  }
  return [...reasons.values()].sort((a, b) => b.rows - a.rows);
}
