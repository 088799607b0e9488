// An automatic number: the engine gives it when the record is saved.
import type { ReactNode } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { inputProps } from '../ui/input-props.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const autoNumberWidget: WidgetSide<FieldOf<'auto_number'>, WireOf<'auto_number'>> = { Widget: AutoNumberWidget };

function AutoNumberWidget({
  field: _field,
  name: _name,
  value,
  ...state
}: WidgetProps<FieldOf<'auto_number'>, WireOf<'auto_number'>>): ReactNode {
  const { t } = useTranslation('fields');
  return <Input {...inputProps({ ...state, readOnly: true, placeholder: t('given_on_save') })} value={value ?? ''} />;
}
