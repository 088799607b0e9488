// The expressions of an entity that are asked while a record is written, and what they read: that has to be at hand by then.
import type { CompiledEntity, CompiledExpression, CompiledField, Rule, SettledField } from '../model/model.ts';

const known = new WeakMap<CompiledEntity, readonly CompiledExpression[]>();

export function conditionsOf(entity: CompiledEntity): readonly CompiledExpression[] {
  let conditions = known.get(entity);
  if (!conditions) {
    const rules = [
      ...[...entity.fields.values()].flatMap(ofField),
      ...entity.defaults.flatMap(ofDefault),
      ...entity.settled.flatMap(ofSettled),
      ...entity.rules.flatMap(({ when, check }) => [when, check]),
    ];
    known.set(entity, (conditions = rules.filter((rule) => typeof rule !== 'boolean')));
  }
  return conditions;
}

export function ofDefault({ defaultValue }: CompiledField): readonly Rule[] {
  return defaultValue.kind === 'expression' ? [defaultValue.expression] : [];
}

/** What has to be at hand to fill in or clear one field. */
export function ofSettled({ field, fills, isCleared }: SettledField): readonly Rule[] {
  const ofFills = fills.flatMap(({ when, value }) => [when, value.kind !== 'constant' && value.expression]);
  return isCleared ? [...ofFills, field.visible] : ofFills;
}

function ofField({ required, visible, readOnly, offers }: CompiledField): readonly Rule[] {
  return [required, visible, readOnly, ...offers.map(({ when }) => when)];
}

export function reads(rule: Rule, names: ReadonlySet<string>): boolean {
  return typeof rule !== 'boolean' && rule.paths.some(([first = '']) => names.has(first));
}
