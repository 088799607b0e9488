// One attachment or a list of them, as a list.
import type { Attachment } from './attachment.ts';
import type { FileReference } from './reference.ts';

export function filesOf(value: Attachment): readonly FileReference[] {
  return Array.isArray(value) ? value : [value].flat();
}
