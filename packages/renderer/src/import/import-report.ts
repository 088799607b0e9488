// The report of an import, read from its job.
import type { Job } from '@trellis/client/wire';

export interface RowError {
  /** The line of the file. */
  readonly row: number;
  readonly field: string;
  readonly message: string;
  readonly value: string;
}

/** Why rows were refused: how many, and the first different cells that it was said of. */
export interface Reason {
  readonly field: string;
  readonly message: string;
  readonly rows: number;
  readonly values: readonly string[];
}

export interface ImportReport {
  readonly accepted: number;
  readonly updated: number;
  readonly skipped: number;
  readonly refused: number;
  /** The first ones. */
  readonly errors: readonly RowError[];
  /** Of all refused rows, the most frequent first. */
  readonly reasons: readonly Reason[];
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
    reasons: Array.isArray(report['reasons']) ? (report['reasons'] as readonly Reason[]) : [],
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
