// How far a roll-up reaches: what belongs to the records below, and whether the reader's rights decide.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftModel } from '../draft/use-draft-model.ts';
import { wholeMetadata } from '../draft/whole-metadata.ts';
import { Labelled } from '../fields/labelled.tsx';
import { useOptionLabel } from '../fields/use-option-label.ts';
import { NameSelect } from './name-select.tsx';
import type { OwnOptionsProps } from './own-options-props.ts';
import { readRollup } from './read-rollup.ts';
import { upwards } from './relations.ts';

export function RollupReach({ entity, draft, errorOf, put }: OwnOptionsProps): ReactNode {
  const { t } = useTranslation('designer');
  const optionLabel = useOptionLabel();
  const model = useDraftModel();
  const ways = upwards(wholeMetadata(model.metadata), entity);
  const { below, counts } = readRollup(draft.options);
  const set = (options: Readonly<Record<string, unknown>>): void => put({ options: { ...draft.options, ...options } });
  return (
    <>
      {(ways.length > 0 || below !== undefined) && (
        <Labelled label={optionLabel('below')} error={errorOf('below')}>
          {(props) => (
            <NameSelect
              {...props}
              value={below ?? ''}
              options={[
                { value: '', label: t('below_none') },
                ...ways.map((value) => ({ value, label: t('below_by', { via: model.fieldLabel(entity, value) }) })),
              ]}
              change={(next) => set({ below: next === '' ? undefined : next })}
            />
          )}
        </Labelled>
      )}
      <Labelled label={optionLabel('counts')} error={errorOf('counts')}>
        {(props) => (
          <NameSelect
            {...props}
            value={counts ?? 'seen'}
            options={[
              { value: 'seen', label: t('counts_seen') },
              { value: 'all', label: t('counts_all') },
            ]}
            change={(next) => set({ counts: next === 'all' ? next : undefined })}
          />
        )}
      </Labelled>
    </>
  );
}
