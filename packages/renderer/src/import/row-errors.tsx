// The first rows that were refused, with their reasons; all of them are in a file to download.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { useModel } from '../model.ts';
import { reasonsOf, type RowError } from './import-report.ts';
import styles from './import.module.css';

interface RowErrorsProps {
  readonly jobId: string;
  readonly entity: string;
  readonly errors: readonly RowError[];
  readonly refused: number;
}

const shown = 50;

export function RowErrors({ jobId, entity, errors, refused }: RowErrorsProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  if (refused === 0) return null;
  return (
    <section className={styles.errors} aria-label={t('refused_rows', { count: refused })}>
      <header>
        <h2>{t('refused_rows', { count: refused })}</h2>
        <Button size="small" href={`/api/jobs/${jobId}/errors.csv`} download icon={<Icon name="download" size={14} />}>
          {t('download_errors')}
        </Button>
      </header>
      <table className={styles.mapping}>
        <thead>
          <tr>
            <th scope="col">{t('reason')}</th>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('rows')}</th>
          </tr>
        </thead>
        <tbody>
          {reasonsOf(errors).map((reason, index) => (
            <tr key={index}>
              <td>{reason.message}</td>
              <td>{fieldText(reason.field)}</td>
              <td>{reason.values.join(', ')}</td>
              <td>{reason.rows}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{t('row_by_row')}</summary>
        <div className={styles.scroll}>
          <table className={styles.mapping}>
            <thead>
              <tr>
                <th scope="col">{t('row')}</th>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('value')}</th>
                <th scope="col">{t('reason')}</th>
              </tr>
            </thead>
            <tbody>
              {errors.slice(0, shown).map((error, index) => (
                <tr key={index}>
                  <td>{error.row}</td>
                  <td>{fieldText(error.field)}</td>
                  <td>{error.value}</td>
                  <td>{error.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {errors.length > shown && <p className={styles.quiet}>{t('more_in_file')}</p>}
      </details>
    </section>
  );

  function fieldText(field: string): string {
    return field ? model.fieldLabel(entity, field) : field;
  }
}
