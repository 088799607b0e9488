// JSONLogic about a record as the reader would write it, on one line: labels of fields, functions in the language of the screen.
import { useCallback } from 'react';
import { printFormula } from '@trellis/expressions/formula/print';
import { parseExpression } from '@trellis/expressions/parse';
import type { Model } from '../model.ts';
import { formulaFields } from './formula-fields.ts';
import { languageOf } from './language-of.ts';
import { useContextLabels } from './use-context-labels.ts';

/** Undefined where it is no expression. */
export function useFormulaText(model: Model): (entity: string, json: unknown) => string | undefined {
  const labels = useContextLabels();
  return useCallback(
    (entity, json) => {
      const parsed = parseExpression(json);
      if (!parsed.ok) return undefined;
      const language = languageOf(model.language);
      const fields = formulaFields(model, entity, labels);
      return printFormula(parsed.value, { language, fields, labels: true, width: Infinity });
    },
    [model, labels],
  );
}
