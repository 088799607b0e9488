// Expressions inside items: every name in them is a reference, and their result must fit the place they stand in. Plain names,
// `$record` and `$old` are about a record of `entity`; in the filter of a look-up, `$record` is the one that refers to it.
import { check, checkAs, type Scope } from '@trellis/expressions/check';
import type { Expression } from '@trellis/expressions/ast';
import { problem } from '@trellis/expressions/messages';
import { parseExpression } from '@trellis/expressions/parse';
import type { ValueType } from '@trellis/expressions/types';
import { choiceScope, withReferrer } from '../choice-filter.ts';
import { expand } from '../computed/expand.ts';
import { expandable } from '../computed/expandable.ts';
import type { Condition } from '../kinds.ts';
import { recordScope, writtenScope } from '../record-scope.ts';
import { filePath, type Inspection } from './inspection.ts';
import { referToNames, type Subject } from './refer-names.ts';

/** A constant, or an expression that gives true or false. */
export function inspectCondition(
  inspection: Inspection,
  path: string,
  condition: Condition | undefined,
  entity: string,
): void {
  if (condition === undefined || typeof condition === 'boolean') return;
  inspectExpression(inspection, path, { json: condition, entity, gives: 'boolean' });
}

/** `gives`: the type that its result must have; absent: any. */
export function inspectExpression(
  inspection: Inspection,
  path: string,
  { json, entity, gives }: { readonly json: unknown; readonly entity: string; readonly gives?: ValueType },
): void {
  inspectWithin(inspection, path, { json, gives, subject: { entity } });
}

/** Which records of `chosen` a look-up of `referrer` may lead to. */
export function inspectChoiceFilter(
  inspection: Inspection,
  path: string,
  { json, chosen, referrer }: { readonly json: unknown; readonly chosen: string; readonly referrer: string },
): void {
  inspectWithin(inspection, path, {
    json: withReferrer(json),
    gives: 'boolean',
    subject: { entity: chosen, referrer },
  });
}

function inspectWithin(
  inspection: Inspection,
  path: string,
  {
    json,
    gives,
    subject,
  }: { readonly json: unknown; readonly gives: ValueType | undefined; readonly subject: Subject },
): void {
  const at = filePath(inspection, path);
  const parsed = parseExpression(json, at);
  if (!parsed.ok) {
    inspection.problems.push(...parsed.problems);
    return;
  }
  // A name that leads nowhere is reported at its very place; what it would do to types is not of interest.
  if (!referToNames(inspection, path, json, subject)) return;
  const scope = scopeOf(inspection, subject);
  const checked = gives === undefined ? check(parsed.value, scope, at) : checkAs(parsed.value, scope, gives, at);
  if (!checked.ok) inspection.problems.push(...checked.problems);
  else if (subject.referrer === undefined) inspectMeaning(inspection, at, parsed.value, subject.entity);
}

/** What computed fields stand for is longer, and rows within rows are deeper there. Circles among them have no end. */
function inspectMeaning(inspection: Inspection, at: string, written: Expression, entity: string): void {
  const { metadata, problems, postponed } = inspection;
  postponed?.push(() => {
    const meant = expand(expandable(metadata), entity, written);
    if (meant === null) {
      problems.push(problem(at, 'too_costly'));
      return;
    }
    const checked = meant === written ? undefined : check(meant, recordScope(metadata, entity), at);
    if (checked?.ok !== false) return;
    problems.push(...checked.problems.slice(0, 1).map((problem) => ({ ...problem, path: at })));
  });
}

function scopeOf({ metadata, isPublished }: Inspection, { entity, referrer }: Subject): Scope {
  const of = isPublished === true ? recordScope : writtenScope;
  const scope = of(metadata, entity);
  return referrer === undefined ? scope : choiceScope(scope, of(metadata, referrer));
}
