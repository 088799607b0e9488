// Decides rights that depend on the record, in the browser. Conditions reach further than what a screen has read of a record
// (its owner's team, for one): where a name is not among the values at hand, the answer is left open.
import { fieldsUsed } from '@trellis/expressions/fields-used';
import { parseExpression } from '@trellis/expressions/parse';
import type { Metadata } from '@trellis/client/metadata';
import type { Me } from '@trellis/client/wire';
import { createModel, type Model } from '../model.ts';
import type { ConditionMatcher } from '../rights.ts';
import { compilePredicate, contextOf, type Predicate } from './compile.ts';
import { scalarRecord } from './scalar-record.ts';
import { scopeOf } from './scope.ts';

interface Compiled {
  readonly holds: Predicate;
  readonly names: readonly string[];
}

export function createRightsMatcher(metadata: Metadata, me: Me): ConditionMatcher {
  const model = createModel(metadata, me);
  const compiled = new Map<string, Compiled | undefined>();
  return (conditions, entity, record) => {
    const key = `${entity} ${JSON.stringify(conditions)}`;
    if (!compiled.has(key)) compiled.set(key, compile(model, conditions, entity));
    const condition = compiled.get(key);
    if (!condition?.names.every((name) => Object.hasOwn(record, name))) return undefined;
    const scalar = scalarRecord(model.entity(entity), record);
    return condition.holds(contextOf(scalar, { me, timeZone: model.timeZone, now: new Date() }));
  };
}

function compile(model: Model, conditions: unknown, entity: string): Compiled | undefined {
  const parsed = parseExpression(conditions);
  const holds = compilePredicate(conditions, scopeOf(model, entity));
  if (!parsed.ok || !holds) return undefined;
  const paths = fieldsUsed(parsed.value).filter(([first = '']) => !first.startsWith('$'));
  if (paths.some((path) => path.length > 1)) return undefined;
  return { holds, names: paths.map(([name = '']) => name) };
}
