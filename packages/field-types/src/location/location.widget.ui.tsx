// A latitude and a longitude, typed or pasted together: "31.23, 121.47".
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ParsedInput } from '../ui/parsed-input.tsx';
import { location } from './location.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const locationWidget: WidgetSide<FieldOf<'location'>, WireOf<'location'>> = { Widget: LocationWidget };

function LocationWidget(props: WidgetProps<FieldOf<'location'>, WireOf<'location'>>): ReactNode {
  const { t } = useTranslation('fields');
  return <ParsedInput {...props} type={location} placeholder={props.placeholder ?? t('location_example')} />;
}
