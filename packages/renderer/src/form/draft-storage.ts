// What is typed into a form and not saved yet, kept in this browser until it is saved or thrown away: a closed tab loses nothing.
import type { RecordData } from '../model.ts';

export interface StoredDraft {
  readonly changes: RecordData;
  /** Instant of the last key. */
  readonly at: string;
}

export interface DraftPlace {
  readonly user: string;
  readonly entity: string;
  /** Absent: a new record. */
  readonly id?: string | undefined;
}

export function readDraft(place: DraftPlace): StoredDraft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isDraft(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function writeDraft(place: DraftPlace, changes: RecordData, now: Date): void {
  try {
    if (Object.keys(changes).length === 0) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify({ changes, at: now.toISOString() }));
  } catch {
    // A browser that keeps nothing only loses the safety net; the form itself goes on.
  }
}

export function dropDraft(place: DraftPlace): void {
  writeDraft(place, {}, new Date(0));
}

function keyOf({ user, entity, id }: DraftPlace): string {
  return `trellis.draft.${user}.${entity}.${id ?? 'new'}`;
}

function isDraft(value: unknown): value is StoredDraft {
  return typeof value === 'object' && value !== null && 'changes' in value && 'at' in value;
}
