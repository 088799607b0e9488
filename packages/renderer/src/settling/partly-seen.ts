// Child tables with rows that the asker may not see: what is worked out over them, the server alone can tell.
import type { PublishedEntity } from '@trellis/client/metadata';
import type { Model } from '../model.ts';

export function partlySeenTables(model: Model, entity: PublishedEntity): ReadonlySet<string> {
  return new Set(
    Object.entries(entity.fields).flatMap(([name, field]) =>
      field.type === 'child_table' && !field.computed && !seesAll(model, field.entity) ? [name] : [],
    ),
  );
}

/** Nothing is taken away from what they may read, and nothing depends on the record. */
function seesAll({ me }: Model, entity: string): boolean {
  const rules = me.permissions.filter(
    ({ action, subject }) => (action === 'read' || action === 'manage') && (subject === entity || subject === 'all'),
  );
  return rules.length > 0 && rules.every(({ conditions, inverted }) => conditions === undefined && inverted !== true);
}
