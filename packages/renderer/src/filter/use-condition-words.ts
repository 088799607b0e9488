// A condition in a line that people read: in the words of the filter builder where it has words for all of it, else as a formula.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import { useFormulaText } from '../formula/use-formula-text.ts';
import type { Model } from '../model.ts';
import { isUnary, type Item } from './filter.ts';
import { fromLogic } from './from-logic.ts';
import { sentence } from './sentence.ts';

/** Undefined where it is no expression. */
export function useConditionWords(model: Model): (entity: string, json: unknown) => string | undefined {
  const { t } = useTranslation('filter');
  const formulaText = useFormulaText(model);
  return useCallback(
    (entity, json) => {
      const filter = fromLogic(json);
      if (!hasWords(model, entity, filter)) return formulaText(entity, json);
      return sentence(filter, { model, entity, t, titleOf: () => undefined });
    },
    [model, t, formulaText],
  );
}

/** Records are named by nothing but ids, which are no words. */
export function hasWords(model: Pick<Model, 'field'>, entity: string, item: Item): boolean {
  switch (item.kind) {
    case 'other':
      return false;
    case 'group':
      return item.items.length > 0 && item.items.every((inner) => hasWords(model, entity, inner));
    case 'rule': {
      const field = model.field(entity, item.field)?.field;
      if (!field || !isFieldTypeName(field.type)) return false;
      const namesRecord = item.value.kind === 'literal' && !isUnary(item.operator);
      return !namesRecord || fieldType(field.type).relation === undefined;
    }
  }
}
