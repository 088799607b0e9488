// What restricts the choice of a value, compiled: the filter of a look-up, the conditions that narrow options, and the field above
// that they depend on.
import type { Scope } from '@trellis/expressions/check';
import { choiceScope, referrerFields, withReferrer } from '@trellis/metadata/choice-filter';
import type { Entity, Field } from '@trellis/metadata/kinds';
import type { Metadata } from '@trellis/metadata/metadata';
import { optionsMember } from '@trellis/metadata/option-values';
import { compileExpression, compileRule } from './expression.ts';
import type { ChoiceFilter, Offer } from './model.ts';

/** `chosen` are the names of the records that may be chosen, `referrer` those of the record that refers to them. */
export function choiceFilter(
  definition: Field,
  { chosen, referrer }: { readonly chosen: Scope; readonly referrer: Scope },
): ChoiceFilter | null {
  if (!('filter' in definition) || definition.filter === undefined) return null;
  const json = withReferrer(definition.filter);
  return { expression: compileExpression(json, choiceScope(chosen, referrer)), referrerFields: referrerFields(json) };
}

export function offersOf(definition: Field, scope: Scope): readonly Offer[] {
  if (!('offers' in definition) || !definition.offers) return [];
  return definition.offers.map(({ when, values }) => ({
    when: compileRule(when, true, scope),
    values: new Set(values),
  }));
}

/** The first field that chooses from the set above the field's own; null where its options depend on none. */
export function fieldAbove(metadata: Metadata, entity: Entity, name: string): string | null {
  const setOf = (field: Field | undefined): string | undefined => {
    const options = field && optionsMember(field);
    return typeof options === 'string' ? options : undefined;
  };
  const above = metadata.option_sets.get(setOf(entity.fields[name]) ?? '')?.parent;
  if (above === undefined) return null;
  return Object.keys(entity.fields).find((other) => other !== name && setOf(entity.fields[other]) === above) ?? null;
}
