// What an import tells about itself: counts, the first errors, the reasons of them all, and the texts that mean nothing yet,
// each once with its rows.
import type { RowFault } from './read-cells.ts';
import { visibleNul } from './visible-nul.ts';

export interface ImportReport {
  readonly [member: string]: unknown;
  readonly entity: string;
  readonly file: string;
  readonly dry_run: boolean;
  /** Rows that have been decided on; the sum of the four counts. */
  readonly rows: number;
  readonly accepted: number;
  readonly updated: number;
  /** Rows that had nothing to do: unchanged records, or with `create` and a key, existing ones. */
  readonly skipped: number;
  readonly refused: number;
  /** The first ones by row; all of them are in the error file. */
  readonly errors: readonly RowFault[];
  /** Of all refused rows, the most frequent first. */
  readonly reasons: readonly RefusalReason[];
  /** Header → text of a cell that is no option or names no record → number of rows. */
  readonly unmatched: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface RefusalReason {
  /** Empty for the row as a whole. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly rows: number;
  /** The first different cells that it was said of. */
  readonly values: readonly string[];
}

export const mostErrors = 1000;
/** Messages that tell of the cell itself are as many as cells: those that come later are in the error file only. */
const mostReasons = 100;
const shownValues = 4;
/** Distinct texts of a column: more than that is a wrong mapping, not a list that somebody would go through. */
const mostUnmatched = 1000;

export interface Tally {
  count(outcome: { readonly accepted: number; readonly updated: number; readonly skipped: number }): void;
  refuse(faults: readonly RowFault[]): void;
  report(): ImportReport;
}

/** Goes on from a report that was stored before. */
export function tallyFrom(stored: ImportReport): Tally {
  const counts = {
    accepted: stored.accepted,
    updated: stored.updated,
    skipped: stored.skipped,
    refused: stored.refused,
  };
  let errors = [...stored.errors];
  const unmatched = new Map(
    Object.entries(stored.unmatched).map(([header, values]) => [header, new Map(Object.entries(values))]),
  );
  const reasons = new Map(stored.reasons.map((reason) => [reasonKey(reason), reason]));

  const noteReason = (fault: RowFault): void => {
    const key = reasonKey(fault);
    const known = reasons.get(key);
    if (!known && reasons.size === mostReasons) return;
    const { field, code, message, value } = fault;
    const values = known?.values ?? [];
    const isEnough = value === '' || values.includes(value) || values.length === shownValues;
    const rows = (known?.rows ?? 0) + 1;
    reasons.set(key, { field, code, message, rows, values: isEnough ? values : [...values, value] });
  };
  const noteUnmatched = (header: string, text: string): void => {
    let values = unmatched.get(header);
    if (!values) unmatched.set(header, (values = new Map()));
    if (values.has(text) || values.size < mostUnmatched) values.set(text, (values.get(text) ?? 0) + 1);
  };

  return {
    count({ accepted, updated, skipped }) {
      counts.accepted += accepted;
      counts.updated += updated;
      counts.skipped += skipped;
    },
    refuse(given) {
      counts.refused++;
      const faults = given.map(storable);
      for (const fault of faults) {
        noteReason(fault);
        if (fault.unmatchedIn !== undefined) noteUnmatched(fault.unmatchedIn, fault.value);
      }
      errors.push(...faults);
      // Rows that were held back come late, with low numbers.
      if (errors.length > mostErrors * 2) errors = firstErrors(errors);
    },
    report: () => ({
      ...stored,
      ...counts,
      rows: counts.accepted + counts.updated + counts.skipped + counts.refused,
      errors: firstErrors(errors).map(({ unmatchedIn: _, ...fault }) => fault),
      reasons: [...reasons.values()].sort((left, right) => right.rows - left.rows),
      unmatched: Object.fromEntries([...unmatched].map(([header, values]) => [header, Object.fromEntries(values)])),
    }),
  };
}

export function emptyReport(about: { entity: string; file: string; dry_run: boolean }): ImportReport {
  return { ...about, rows: 0, accepted: 0, updated: 0, skipped: 0, refused: 0, errors: [], reasons: [], unmatched: {} };
}

function reasonKey({ field, code, message }: Pick<RowFault, 'field' | 'code' | 'message'>): string {
  return JSON.stringify([field, code, message]);
}

/** As a report can be stored: cells stand in messages, too. */
function storable(fault: RowFault): RowFault {
  return { ...fault, message: visibleNul(fault.message), value: visibleNul(fault.value) };
}

function firstErrors(errors: readonly RowFault[]): RowFault[] {
  return [...errors].sort((left, right) => left.row - right.row).slice(0, mostErrors);
}
