// A computed field of the model as it will be, in a line that people read.
import { useTranslation } from 'react-i18next';
import type { ComputedField } from '@trellis/metadata/value-field';
import { useConditionWords } from '@trellis/renderer/condition-words';
import { useFormulaText } from '@trellis/renderer/formula-text';
import { useDraftModel } from '../draft/use-draft-model.ts';
import { computedWords } from './computed-words.ts';

export function useComputedWords(): (entity: string, field: ComputedField) => string {
  const { t } = useTranslation('designer');
  const model = useDraftModel();
  const formula = useFormulaText(model);
  const condition = useConditionWords(model);
  return (entity, field) => computedWords({ model, t, formula, condition }, entity, field);
}
