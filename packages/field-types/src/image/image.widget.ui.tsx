// Shows the pictures. They are not uploaded here yet, and the form says so.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { imageCell } from './image.ui.tsx';
import styles from '../ui/field.module.css';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const imageWidget: WidgetSide<FieldOf<'image'>, WireOf<'image'>> = { Widget: ImageWidget };

function ImageWidget({ field, name, value, id }: WidgetProps<FieldOf<'image'>, WireOf<'image'>>): ReactNode {
  const { t } = useTranslation('fields');
  return (
    <div id={id} className={styles.quiet}>
      {value !== null && <imageCell.Cell field={field} name={name} value={value} density="full" />}
      <div>{t('no_upload_yet')}</div>
    </div>
  );
}
