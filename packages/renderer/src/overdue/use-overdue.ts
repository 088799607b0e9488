// Tells which records are overdue by the moment at `path`. Until conditions can be decided, none is.
import { holderOf, valueAt } from '../list/list-request.ts';
import { useConditionMatcher } from '../conditions/use-condition-matcher.ts';
import { useModel, type RecordData } from '../model.ts';
import { dueWhile } from './due-while.ts';
import { isOverdue } from './is-overdue.ts';

export function useOverdue(entity: string, path: string): (record: RecordData) => boolean {
  const model = useModel();
  const at = model.field(entity, path);
  const matches = useConditionMatcher(model.metadata, model.me, dueWhile(at?.field) !== undefined);
  return (record) => {
    if (!at || !matches) return false;
    const moment = { entity: at.entity, field: at.field, value: valueAt(record, path), record: holderOf(record, path) };
    return isOverdue(moment, { now: new Date(), timeZone: model.timeZone }, matches);
  };
}
