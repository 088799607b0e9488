// A roll-up, choice by choice: whose records, what is worked out of which of their fields, which of them count.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { measureOf } from '@trellis/metadata/gathered';
import { useDraftModel } from '../draft/use-draft-model.ts';
import { wholeMetadata } from '../draft/whole-metadata.ts';
import { Labelled } from '../fields/labelled.tsx';
import { useOptionLabel } from '../fields/use-option-label.ts';
import { rowsText } from './computed-words.ts';
import { NameSelect, type Named } from './name-select.tsx';
import type { OwnOptionsProps } from './own-options-props.ts';
import { isFunction, readRollup } from './read-rollup.ts';
import { gatherable, leadingTo, orderable } from './relations.ts';
import { RollupFilter } from './rollup-filter.tsx';
import { RollupReach } from './rollup-reach.tsx';

export function RollupOptions({ entity, draft, errorOf, put }: OwnOptionsProps): ReactNode {
  const { t } = useTranslation('designer');
  const optionLabel = useOptionLabel();
  const model = useDraftModel();
  const whole = wholeMetadata(model.metadata);
  const chosen = readRollup(draft.options);
  const { from, via, way } = chosen;
  const leading = leadingTo(whole, entity);
  const set = (options: Readonly<Record<string, unknown>>): void => put({ options: { ...draft.options, ...options } });
  const fieldsOf = (names: readonly string[]): readonly Named[] =>
    names.map((value) => ({ value, label: model.fieldLabel(from ?? '', value) }));

  const chooseWay = (next: string | undefined): void => {
    if (next !== undefined && !isFunction(next)) return;
    const fits = next !== undefined && next !== 'count' && isAmong(chosen.field, gatherable(whole, from ?? '', next));
    set({ function: next, ...(!fits && { field: undefined }), ...(!hasOrder(next) && { order_by: undefined }) });
  };
  const chooseRows = (key: string | undefined): void => {
    const next = leading.find((each) => keyOf(each) === key);
    const isOther = next?.from !== from;
    set({
      from: next?.from,
      via: next?.via,
      ...(isOther && { field: undefined, order_by: undefined, filter: undefined }),
    });
  };

  if (leading.length === 0) return <p role="alert">{t('nothing_leads_here', { entity: model.many(entity) })}</p>;
  return (
    <>
      <Labelled label={optionLabel('from')} required error={errorOf('from') || errorOf('via')}>
        {(props) => (
          <NameSelect
            {...props}
            value={from === undefined || via === undefined ? undefined : keyOf({ from, via })}
            options={leading.map((each) => ({
              value: keyOf(each),
              label: rowsText({ model, t }, entity, each),
            }))}
            change={chooseRows}
          />
        )}
      </Labelled>
      <Labelled label={optionLabel('function')} required error={errorOf('function')}>
        {(props) => (
          <NameSelect
            {...props}
            value={way}
            options={Object.keys(measureOf)
              .filter(isFunction)
              .map((value) => ({ value, label: t(`function_${value}`) }))}
            change={chooseWay}
          />
        )}
      </Labelled>
      {from !== undefined && way !== undefined && (way !== 'count' || chosen.field !== undefined) && (
        <Labelled label={optionLabel('field')} required={way !== 'count'} error={errorOf('field')}>
          {(props) => (
            <NameSelect
              {...props}
              allowClear={way === 'count'}
              value={chosen.field}
              options={fieldsOf(gatherable(whole, from, way))}
              change={(field) => set({ field })}
            />
          )}
        </Labelled>
      )}
      {from !== undefined && hasOrder(way) && (
        <Labelled label={optionLabel('order_by')} error={errorOf('order_by')}>
          {(props) => (
            <NameSelect
              {...props}
              allowClear
              placeholder={model.fieldLabel(from, 'created_at')}
              value={chosen.order}
              options={fieldsOf(orderable(whole, from))}
              change={(order_by) => set({ order_by })}
            />
          )}
        </Labelled>
      )}
      {from !== undefined && (
        <RollupFilter
          entity={from}
          filter={draft.options['filter']}
          error={errorOf('filter')}
          change={(filter) => set({ filter })}
        />
      )}
      <RollupReach {...{ entity, draft, errorOf, put }} />
    </>
  );
}

function hasOrder(way: string | undefined): boolean {
  return way === 'first' || way === 'last';
}

function keyOf({ from, via }: { readonly from: string; readonly via: string }): string {
  return `${from}.${via}`;
}

function isAmong(name: string | undefined, names: readonly string[]): boolean {
  return name !== undefined && names.includes(name);
}
