// Fields that the engine may set beside those that a file has columns for: by their defaults, by filling in, by clearing. They are
// written with every row of a batch, so that all rows are one statement.
import type { CompiledEntity, CompiledField } from '../model/model.ts';

export function settledFields(entity: CompiledEntity, action: 'create' | 'update'): readonly CompiledField[] {
  const own = [...entity.settled.map(({ field }) => field), ...(action === 'create' ? entity.defaults : [])];
  const names = new Set(own.map(({ name }) => name));
  const following = [...entity.fields.values()].filter(({ follows }) => follows !== null && names.has(follows));
  return [...new Set([...own, ...following])];
}
