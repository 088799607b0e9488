// Texts of the file that are no option, or name no record: each is decided once, for all the rows that have it.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@trellis/field-types/ui/format';
import { useModel } from '../model.ts';
import type { ImportOptions } from './import-options.ts';
import type { ImportReport } from './import-report.ts';
import table from './import-table.module.css';
import styles from './import.module.css';
import { ValueMeaning } from './value-meaning.tsx';

interface UnmatchedValuesProps {
  readonly entity: string;
  readonly unmatched: ImportReport['unmatched'];
  readonly options: ImportOptions;
  decide(header: string, cell: string, instead: string | undefined): void;
}

/** More than that is another file to import first, or a column that went into the wrong field. */
const shown = 50;

export function UnmatchedValues({ entity, unmatched, options, decide }: UnmatchedValuesProps): ReactNode {
  const { t } = useTranslation('import');
  const headers = Object.entries(unmatched).filter(([, values]) => Object.keys(values).length > 0);
  if (headers.length === 0) return null;
  return (
    <section className={styles.errors} aria-label={t('unmatched')}>
      <h2>{t('unmatched')}</h2>
      <p className={styles.quiet}>{t('unmatched_hint')}</p>
      {headers.map(([header, values]) => (
        <ColumnValues key={header} {...{ entity, header, values, options, decide }} />
      ))}
    </section>
  );
}

interface ColumnValuesProps extends Omit<UnmatchedValuesProps, 'unmatched'> {
  readonly header: string;
  /** Cell → number of rows. */
  readonly values: Readonly<Record<string, number>>;
}

function ColumnValues({ entity, header, values, options, decide }: ColumnValuesProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  const field = model.field(entity, options.mapping[header] ?? '')?.field;
  const cells = Object.entries(values).sort(([, a], [, b]) => b - a);
  return (
    <>
      <table className={`${table.table} ${table.values}`}>
        <thead>
          <tr>
            <th scope="col">{header}</th>
            <th scope="col" className={table.number}>
              {t('rows')}
            </th>
            <th scope="col">{t('means')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('leave_blank')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, shown).map(([cell, rows]) => {
            const instead = options.values[header]?.[cell];
            return (
              <tr key={cell}>
                <th scope="row" className={table.cell}>
                  {cell}
                </th>
                <td className={table.number} data-label={t('rows')}>
                  {formatNumber(rows, model.language)}
                </td>
                <td>
                  {field && (
                    <ValueMeaning {...{ field, cell, instead }} decide={(chosen) => decide(header, cell, chosen)} />
                  )}
                </td>
                <td>
                  {instead !== '' && field?.required !== true && (
                    <Button size="small" type="text" onClick={() => decide(header, cell, '')}>
                      {t('leave_blank')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {cells.length > shown && (
        <p className={styles.quiet}>{t('more_values', { count: cells.length - shown, column: header })}</p>
      )}
    </>
  );
}
