// Which members of a record a fill may set: those that are written and stand in the record's own row. Of the system's fields that is
// whom the record belongs to.
import type { Entity } from '../kinds.ts';
import { membersOf, type Member } from '../members.ts';

export function isFillable(entity: Entity, member: Member): boolean {
  const { name, field, type, origin, computed } = member;
  if (computed || type.generated === true || type.column(field) === null) return false;
  if (origin === 'system') return name === 'owner' || name === 'team';
  return origin !== 'companion' || !followsAnother(entity, name);
}

/** What follows from the value beside it is never written. */
function followsAnother(entity: Entity, name: string): boolean {
  return [...membersOf(entity).values()].some(
    ({ name: other, field, type }) =>
      type.companionValues !== undefined && Object.hasOwn(type.companions?.(other, field) ?? {}, name),
  );
}
