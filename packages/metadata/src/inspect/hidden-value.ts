// What becomes of a value that is hidden. Clearing it has to be a matter of the record alone: what one person does not see would
// be lost to all.
import type { Expression } from '@trellis/expressions/ast';
import { parseExpression } from '@trellis/expressions/parse';
import type { Member } from '../members.ts';
import { report, type Inspection } from './inspection.ts';
import { named } from './named.ts';

export function inspectHiddenValue(inspection: Inspection, path: string, member: Member): void {
  const { field, type } = member;
  if (field.when_hidden === undefined) return;
  const at = `${path}/when_hidden`;
  if (typeof field.visible !== 'object' && field.visible !== false) report(inspection, at, 'never_hidden', {});
  if (field.when_hidden === 'keep') return;
  if (type.generated === true || type.column(field) === null) report(inspection, at, 'not_clearable', named(member));
  const visible = parseExpression(field.visible ?? true);
  if (visible.ok && asksWho(visible.value)) report(inspection, at, 'cleared_by_asker', {});
}

function asksWho(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return false;
    case 'var':
      return expression.path[0] === '$user';
    case 'list':
      return expression.items.some(asksWho);
    case 'call':
      return expression.args.some(asksWho);
  }
}
