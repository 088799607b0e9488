// What one write changed: by field, from what to what. The same value goes into history and outbox.
import { sameValue } from './same-value.ts';

export type Changes = Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>;

/** What every write sets by itself is no change of anybody's. */
export const keptByEngine: ReadonlySet<string> = new Set([
  'id',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'version',
  'deleted_at',
]);

/** Fields whose value differs; for a new record (`old` null) those that have one. `kept` fields are left out. */
export function changesBetween(
  old: Readonly<Record<string, unknown>> | null,
  next: Readonly<Record<string, unknown>>,
  kept: ReadonlySet<string>,
): Changes {
  const changes: Record<string, { old: unknown; new: unknown }> = {};
  for (const [name, value] of Object.entries(next)) {
    if (kept.has(name)) continue;
    const before = old?.[name] ?? null;
    if (!sameValue(before, value)) changes[name] = { old: before, new: value ?? null };
  }
  return changes;
}
