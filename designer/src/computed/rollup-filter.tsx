// Which records a roll-up gathers: all of them, or those for which a formula over their fields is true.
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@trellis/ui/choice';
import { FormulaInput } from '@trellis/renderer/formula-input';
import { useFormulaNames } from '@trellis/renderer/formula-names';
import { useDraftModel } from '../draft/use-draft-model.ts';
import { Labelled } from '../fields/labelled.tsx';

interface RollupFilterProps {
  /** Whose records are gathered. */
  readonly entity: string;
  /** JSONLogic; undefined: all of them; null: a formula that is not there yet, or wrong. */
  readonly filter: unknown;
  readonly error: string;
  change(filter: unknown): void;
}

export function RollupFilter({ entity, filter, error, change }: RollupFilterProps): ReactNode {
  const { t } = useTranslation('designer');
  const { fields, scope } = useFormulaNames(useDraftModel(), entity);
  const offered = useMemo(() => fields.filter(({ name }) => !pointless.has(name)), [fields]);
  return (
    <>
      <Labelled label={t('which_records')}>
        {() => (
          <Choice
            label={t('which_records')}
            value={filter === undefined ? 'all' : 'some'}
            options={[
              { value: 'all', label: t('which_all') },
              { value: 'some', label: t('which_some') },
            ]}
            onChange={(which) => change(which === 'all' ? undefined : (filter ?? null))}
          />
        )}
      </Labelled>
      {filter !== undefined && (
        <Labelled label={t('which_condition')} required error={error}>
          {({ id, ...props }) => (
            <FormulaInput
              id={id}
              aria-describedby={props['aria-describedby'] ?? ''}
              fields={offered}
              scope={scope}
              type="boolean"
              value={filter ?? undefined}
              onChange={(json) => change(json ?? null)}
            />
          )}
        </Labelled>
      )}
    </>
  );
}

/** A gathered record is asked as it stands. */
const pointless: ReadonlySet<string> = new Set(['$old', '$record']);
