// The records that the user chose or opened last, by entity; kept in this browser only.
import type { FoundRecord } from '@trellis/field-types/ui/screen';

const kept = 8;

export function recentRecords(user: string, entity: string): readonly FoundRecord[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place(user, entity)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isFound) : [];
  } catch {
    return [];
  }
}

export function rememberRecord(user: string, entity: string, record: FoundRecord): void {
  const others = recentRecords(user, entity).filter((known) => known.id !== record.id);
  try {
    localStorage.setItem(place(user, entity), JSON.stringify([record, ...others].slice(0, kept)));
  } catch {
    // A browser that keeps nothing (private mode, full) only loses the convenience.
  }
}

function place(user: string, entity: string): string {
  return `trellis.recent.${user}.${entity}`;
}

function isFound(value: unknown): value is FoundRecord {
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value;
}
