// What was found out about the file, and what people know better: which texts stand for nothing, and in which order its dates
// have days and months.
import type { ReactNode } from 'react';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '@trellis/client/wire';
import { withDateOrder, type DateOrder, type ImportOptions } from './import-options.ts';
import styles from './import.module.css';

interface FileFactsProps {
  readonly fileName: string;
  readonly inspection: ImportInspection;
  readonly options: ImportOptions;
  change(options: ImportOptions): void;
}

const dateOrders: readonly DateOrder[] = ['dmy', 'mdy'];

export function FileFacts({ fileName, inspection, options, change }: FileFactsProps): ReactNode {
  const { t } = useTranslation('import');
  const { rows: count, complete, encoding, null_texts: nullTexts } = inspection;
  const rows = complete ? t('rows_done', { count }) : t('rows_about', { count });
  return (
    <div className={styles.about}>
      <p>{[fileName, rows, encoding.toUpperCase()].join(' · ')}</p>
      {nullTexts.length > 0 && (
        <fieldset>
          <legend>{t('null_texts')}</legend>
          <Checkbox.Group
            value={[...options.null_texts]}
            onChange={(chosen) => change({ ...options, null_texts: chosen })}
            options={[...nullTexts]}
          />
        </fieldset>
      )}
      {inspection.headers.some(({ samples }) => samples.some(hasYearLast)) && (
        <label>
          {t('date_order')}
          <Select<DateOrder>
            size="small"
            allowClear
            placeholder={t('date_order_found')}
            value={options.date_order ?? null}
            onChange={(chosen) => change(withDateOrder(options, chosen))}
            options={dateOrders.map((order) => ({ value: order, label: t(`date_order_${order}`) }))}
            popupMatchSelectWidth={false}
          />
        </label>
      )}
    </div>
  );
}

/** 03/01/2017 may be in March or in January. */
function hasYearLast(sample: string): boolean {
  return /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(sample);
}
