// What a formula over records of an entity may name, for its input: fields to be shown, and the scope to be checked against.
import { useMemo } from 'react';
import type { Scope } from '@trellis/expressions/check';
import type { Fields } from '@trellis/expressions/formula/fields';
import { scopeOf as scopeOfFields } from '@trellis/expressions/formula/scope';
import { scopeOf } from '../conditions/scope.ts';
import type { Model } from '../model.ts';
import { formulaFields } from './formula-fields.ts';
import { useContextLabels } from './use-context-labels.ts';

export interface FormulaNames {
  readonly fields: Fields;
  readonly scope: Scope;
}

export function useFormulaNames(model: Model, entity: string): FormulaNames {
  const labels = useContextLabels();
  return useMemo(() => {
    const fields = formulaFields(model, entity, labels);
    return { fields, scope: { ...scopeOf(model, entity), ...scopeOfFields(fields) } };
  }, [model, entity, labels]);
}
