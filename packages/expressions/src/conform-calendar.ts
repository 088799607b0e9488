// The name of a calendar, written out → which days are worked on by it, as a literal that both interpreters read.
import { unfit, type Conformed } from './conform.ts';
import type { Scope } from './scope.ts';
import { suggest } from './suggest.ts';
import type { TypedExpression } from './typed.ts';
import { workedDaysOf } from './values/working-days.ts';

export function conformCalendar(node: TypedExpression, scope: Scope): Conformed {
  if (node.kind !== 'literal' || typeof node.value !== 'string' || node.type !== 'text') return unfit('calendar', node);
  const calendar = scope.calendar?.(node.value);
  if (calendar !== undefined) {
    return { ok: true, node: { kind: 'literal', value: workedDaysOf(calendar), type: 'json' } };
  }
  const suggestion = suggest(node.value, scope.calendarNames?.() ?? []);
  const params = { name: node.value.slice(0, 60), ...(suggestion === undefined ? {} : { suggestion }) };
  return { ok: false, code: 'unknown_calendar', params };
}
