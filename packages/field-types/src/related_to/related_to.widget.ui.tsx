// Finds a record of one of several entities: first which kind, then which one.
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordPicker } from '../ui/record-picker.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const relatedToWidget: WidgetSide<FieldOf<'related_to'>, WireOf<'related_to'>> = { Widget: RelatedToWidget };

function RelatedToWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'related_to'>, WireOf<'related_to'>>): ReactNode {
  const { t } = useTranslation('fields');
  const screen = useFieldScreen();
  const [chosenEntity, setChosenEntity] = useState(value?.entity ?? field.entities[0] ?? '');
  const entity = value?.entity ?? chosenEntity;
  const chooseEntity = (other: string): void => {
    setChosenEntity(other);
    if (value && value.entity !== other) onChange(null);
  };
  return (
    <Space.Compact block>
      <Select<string>
        aria-label={t('kind_of_record')}
        style={{ width: 130, flex: 'none' }}
        disabled={state.readOnly ?? false}
        value={entity}
        onChange={chooseEntity}
        options={field.entities.map((name) => ({ value: name, label: screen.entityLabel(name).one }))}
      />
      <RecordPicker
        {...state}
        entity={entity}
        values={value === null ? [] : [value]}
        onValues={([chosen]) => onChange(chosen ? { entity, ...chosen } : null)}
      />
    </Space.Compact>
  );
}
