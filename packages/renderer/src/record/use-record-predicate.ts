// Whether a condition of a page's tab or block holds for the record that is shown.
import { useMemo } from 'react';
import type { Condition } from '@trellis/metadata/kinds';
import { compilePredicate, contextOf } from '../conditions/compile.ts';
import { scalarRecord } from '../conditions/scalar-record.ts';
import { scopeOf } from '../conditions/scope.ts';
import { useModel, type RecordData } from '../model.ts';

export function useRecordPredicate(entity: string, record: RecordData): (condition: Condition | undefined) => boolean {
  const model = useModel();
  return useMemo(() => {
    const scope = scopeOf(model, entity);
    const scalar = scalarRecord(model.entity(entity), record);
    const context = contextOf(scalar, { me: model.me, timeZone: model.timeZone, now: new Date() });
    return (condition) => condition === undefined || (compilePredicate(condition, scope)?.(context) ?? true);
  }, [model, entity, record]);
}
