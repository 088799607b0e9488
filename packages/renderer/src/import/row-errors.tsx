// Why rows were refused, each reason once, and the first of them row by row; all of them are in a file to download.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@trellis/field-types/ui/format';
import { Icon } from '@trellis/ui/icon';
import { useModel } from '../model.ts';
import type { ImportReport, RowError } from './import-report.ts';
import table from './import-table.module.css';
import styles from './import.module.css';

interface RowErrorsProps {
  readonly jobId: string;
  readonly entity: string;
  readonly report: Pick<ImportReport, 'errors' | 'reasons' | 'refused'>;
}

const shown = 50;

export function RowErrors({ jobId, entity, report: { errors, reasons, refused } }: RowErrorsProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  if (refused === 0) return null;
  const fieldText = (field: string): string => (field ? model.fieldLabel(entity, field) : '');
  return (
    <section className={styles.errors} aria-label={t('refused_rows', { count: refused })}>
      <header>
        <h2>{t('refused_rows', { count: refused })}</h2>
        <Button size="small" href={`/api/jobs/${jobId}/errors.csv`} download icon={<Icon name="download" size={14} />}>
          {t('download_errors')}
        </Button>
      </header>
      <table className={`${table.table} ${table.reasons}`}>
        <thead>
          <tr>
            <th scope="col">{t('reason')}</th>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col" className={table.number}>
              {t('rows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ field, message, values, rows }, index) => (
            <tr key={index}>
              <td>{message}</td>
              <td>{fieldText(field)}</td>
              <td className={table.cell}>{values.join(', ')}</td>
              <td className={table.number} data-label={t('rows')}>
                {formatNumber(rows, model.language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{t('row_by_row')}</summary>
        <Rows errors={errors.slice(0, shown)} fieldText={fieldText} />
        {errors.length > shown && <p className={styles.quiet}>{t('more_in_file')}</p>}
      </details>
    </section>
  );
}

interface RowsProps {
  readonly errors: readonly RowError[];
  fieldText(field: string): string;
}

function Rows({ errors, fieldText }: RowsProps): ReactNode {
  const { t } = useTranslation('import');
  return (
    <table className={`${table.table} ${table.rows}`}>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            {t('row')}
          </th>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('reason')}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map((error, index) => (
          <tr key={index}>
            <td className={table.number} data-label={t('row')}>
              {error.row}
            </td>
            <td>{fieldText(error.field)}</td>
            <td className={table.cell}>{error.value}</td>
            <td>{error.message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
