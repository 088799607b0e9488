// Shows what is attached. Files are not uploaded here yet, and the form says so.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fileCell } from './file.ui.tsx';
import styles from '../ui/field.module.css';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const fileWidget: WidgetSide<FieldOf<'file'>, WireOf<'file'>> = { Widget: FileWidget };

function FileWidget({ field, name, value, id }: WidgetProps<FieldOf<'file'>, WireOf<'file'>>): ReactNode {
  const { t } = useTranslation('fields');
  return (
    <div id={id} className={styles.quiet}>
      {value !== null && <fileCell.Cell field={field} name={name} value={value} density="full" />}
      <div>{t('no_upload_yet')}</div>
    </div>
  );
}
