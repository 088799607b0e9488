// Edits a length of time, written as people do: "1h 30m", "1:30".
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ParsedInput } from '../ui/parsed-input.tsx';
import { duration } from './duration.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const durationWidget: WidgetSide<FieldOf<'duration'>, WireOf<'duration'>> = { Widget: DurationWidget };

function DurationWidget(props: WidgetProps<FieldOf<'duration'>, WireOf<'duration'>>): ReactNode {
  const { t } = useTranslation('fields');
  return <ParsedInput {...props} type={duration} placeholder={props.placeholder ?? t('duration_example')} />;
}
