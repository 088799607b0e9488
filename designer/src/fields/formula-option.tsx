// The expression of a computed field, written as a formula over the model as it will be.
import type { ReactNode } from 'react';
import { resultValueTypes, type FormulaResult } from '@trellis/field-types/formula-results';
import { FormulaInput } from '@trellis/renderer/formula-input';
import { useFormulaNames } from '@trellis/renderer/formula-names';
import { useDraftModel } from '../draft/use-draft-model.ts';

interface FormulaOptionProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly entity: string;
  /** The type of field that the value is shown as, once it is chosen. */
  readonly returns: unknown;
  readonly value: unknown;
  change(value: unknown): void;
}

export function FormulaOption({ entity, returns, value, change, ...props }: FormulaOptionProps): ReactNode {
  const names = useFormulaNames(useDraftModel(), entity);
  const type = isResult(returns) ? resultValueTypes[returns] : undefined;
  return <FormulaInput {...props} {...names} {...(type && { type })} value={value} onChange={change} />;
}

function isResult(name: unknown): name is FormulaResult {
  return typeof name === 'string' && Object.hasOwn(resultValueTypes, name);
}
