// How messages speak of a field.
import type { Member } from '../members.ts';

export function named({ name, type }: Member): { readonly field: string; readonly type: string } {
  return { field: name, type: type.name };
}
