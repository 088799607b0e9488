// A looked-up field: look-up after look-up to another record, and the field of it that is shown.
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftModel } from '../draft/use-draft-model.ts';
import { wholeMetadata } from '../draft/whole-metadata.ts';
import { Labelled } from '../fields/labelled.tsx';
import { useOptionLabel } from '../fields/use-option-label.ts';
import { NameSelect, type Named } from './name-select.tsx';
import type { OwnOptionsProps } from './own-options-props.ts';
import { onwards, showable, targetOf } from './relations.ts';

/** Nobody finds the way through more. */
const mostSteps = 5;

export function LookedUpOptions({ entity, draft, errorOf, put }: OwnOptionsProps): ReactNode {
  const { t } = useTranslation('designer');
  const optionLabel = useOptionLabel();
  const steps = useId();
  const model = useDraftModel();
  const whole = wholeMetadata(model.metadata);
  const path = pathIn(draft.options['via']);
  /** The entity before each look-up of the way, and the one at its end. */
  const places = path.reduce<readonly (string | undefined)[]>(
    (known, name) => [...known, targetOf(whole, known.at(-1) ?? '', name)],
    [entity],
  );
  const end = path.length > 0 ? places.at(-1) : undefined;
  const labelled = (of: string, names: readonly string[]): readonly Named[] =>
    names.map((value) => ({ value, label: model.fieldLabel(of, value) }));
  const field = typeof draft.options['field'] === 'string' ? draft.options['field'] : undefined;

  const choose = (at: number, name: string | undefined): void => {
    const via = [...path.slice(0, at), ...(name === undefined ? [] : [name])];
    const target = via.reduce<string | undefined>((of, step) => targetOf(whole, of ?? '', step), entity);
    const stays = via.length > 0 && target !== undefined && showable(whole, target).includes(field ?? '');
    put({ options: { ...draft.options, via: via.join('.') || undefined, field: stays ? field : undefined } });
  };
  const offered = places.slice(0, mostSteps).map((of) => (of === undefined ? [] : labelled(of, onwards(whole, of))));
  return (
    <>
      {offered.map((options, at) =>
        options.length === 0 && at > 0 ? null : (
          <Labelled
            key={`${steps}_${at}`}
            label={at === 0 ? optionLabel('via') : t('via_further')}
            required={at === 0}
            error={at === 0 ? errorOf('via') : ''}
          >
            {(props) => (
              <NameSelect
                {...props}
                allowClear={at > 0}
                placeholder={at > 0 ? t('via_ends') : ''}
                value={path[at]}
                options={options}
                change={(name) => choose(at, name)}
              />
            )}
          </Labelled>
        ),
      )}
      {end !== undefined && (
        <Labelled label={optionLabel('field')} required error={errorOf('field')}>
          {(props) => (
            <NameSelect
              {...props}
              value={field}
              options={labelled(end, showable(whole, end))}
              change={(next) => put({ options: { ...draft.options, field: next } })}
            />
          )}
        </Labelled>
      )}
    </>
  );
}

function pathIn(via: unknown): readonly string[] {
  return typeof via === 'string' && via !== '' ? via.split('.') : [];
}
