// What a formula over records of an entity may name, for its input: fields to be shown, and the scope to be checked against.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '@trellis/expressions/check';
import type { Fields } from '@trellis/expressions/formula/fields';
import { scopeOf as scopeOfFields } from '@trellis/expressions/formula/scope';
import { scopeOf } from '../conditions/scope.ts';
import type { Model } from '../model.ts';
import { formulaFields } from './formula-fields.ts';

export interface FormulaNames {
  readonly fields: Fields;
  readonly scope: Scope;
}

export function useFormulaNames(model: Model, entity: string): FormulaNames {
  const { t } = useTranslation('formula');
  return useMemo(() => {
    const fields = formulaFields(model, entity, {
      user: t('user'),
      user_roles: t('user_roles'),
      user_teams: t('user_teams'),
      old: t('old'),
      record: t('record'),
    });
    return { fields, scope: { ...scopeOf(model, entity), ...scopeOfFields(fields) } };
  }, [model, entity, t]);
}
