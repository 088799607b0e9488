// The first rows of the file as they are, and the rows that cannot be read at all.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '@trellis/client/wire';
import styles from './import.module.css';

/** The check tells them all. */
const shown = 3;

export function FilePreview({ inspection }: { readonly inspection: ImportInspection }): ReactNode {
  const { t } = useTranslation('import');
  const { faults } = inspection;
  return (
    <>
      {faults.length > 0 && (
        <ul className={styles.warning}>
          {faults.slice(0, shown).map((fault) => (
            <li key={fault.row}>{t('fault_at', { row: fault.row, message: fault.message })}</li>
          ))}
          {faults.length > shown && <li>{t('more_faults')}</li>}
        </ul>
      )}
      <details>
        <summary>{t('preview')}</summary>
        <div className={styles.scroll}>
          <table className={styles.preview}>
            <thead>
              <tr>
                {inspection.headers.map(({ header }) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inspection.preview.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
