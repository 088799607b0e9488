// A computed value in a form: worked out by the engine, never typed.
import type { ReactNode } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { inputProps } from '../ui/input-props.ts';
import type { WidgetProps } from '../ui/contract.ts';
import { plainText } from './plain-text.ts';

export const computedWidgetSide = { Widget: ComputedWidget, showsOnly: true } as const;

function ComputedWidget({
  value,
  ...state
}: Omit<WidgetProps<never, unknown>, 'field' | 'name' | 'onChange'>): ReactNode {
  const { t } = useTranslation('fields');
  const shown = { ...state, readOnly: true, placeholder: t('computed') };
  return <Input {...inputProps(shown)} value={plainText(value)} />;
}
