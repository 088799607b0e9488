// A published entity as metadata has it in files: a computed field says how it is worked out, not what its value is. And what an
// expression over its records reads, down to the fields that are stored.
import { ownReads } from '@trellis/metadata/own-reads';
import type { PublishedEntity } from '@trellis/client/metadata';
import type { Entity } from '@trellis/metadata/kinds';
import type { FormExpression } from './form-expression.ts';

export function writtenEntity(entity: PublishedEntity): Entity {
  const fields = Object.entries(entity.fields).map(([name, field]) => [name, field.computed ?? field]);
  return { ...entity, fields: Object.fromEntries(fields) };
}

/** Fields of the record: as it is, and as it was. */
export function readsOf(written: Entity, json: unknown, paths: FormExpression['paths']): ReadonlySet<string> {
  const before = paths.flatMap(([first, name = '']) => (first === '$old' ? [name] : []));
  return new Set([...ownReads(written, json), ...before]);
}

export function anyOf(names: Iterable<string>, among: ReadonlySet<string>): boolean {
  for (const name of names) if (among.has(name)) return true;
  return false;
}
