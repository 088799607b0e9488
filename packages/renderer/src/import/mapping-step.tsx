// Where the columns of a file go: each header with samples of its cells, the field it fills, and for a look-up what its cells name.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '@trellis/client/wire';
import { useModel } from '../model.ts';
import { FileFacts } from './file-facts.tsx';
import { FilePreview } from './file-preview.tsx';
import { importFields } from './import-fields.ts';
import { missingFrom, type ImportOptions } from './import-options.ts';
import table from './import-table.module.css';
import styles from './import.module.css';
import { MappingRow } from './mapping-row.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { useMemberLabel } from './use-member-label.ts';

interface MappingStepProps {
  readonly entity: string;
  readonly fileName: string;
  readonly inspection: ImportInspection;
  readonly options: ImportOptions;
  readonly busy: boolean;
  change(options: ImportOptions): void;
  back(): void;
  next(): void;
}

export function MappingStep({
  entity,
  fileName,
  inspection,
  options,
  busy,
  change,
  back,
  next,
}: MappingStepProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  const fields = importFields(model, entity, useMemberLabel());
  const mapped = Object.values(options.mapping).filter((field) => field !== null);
  const unfilled = fields.filter(
    (field) => field.required && !mapped.some((path) => path.split('.')[0] === field.path),
  );
  const missing = missingFrom(options);
  return (
    <>
      <FileFacts {...{ fileName, inspection, options, change }} />
      <table className={`${table.table} ${table.columns}`}>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('samples')}</th>
            <th scope="col">{t('goes_into')}</th>
            <th scope="col">{t('found_by')}</th>
          </tr>
        </thead>
        <tbody>
          {inspection.headers.map((header) => (
            <MappingRow key={header.header} {...{ entity, header, fields, options, change }} />
          ))}
        </tbody>
      </table>
      <FilePreview inspection={inspection} />
      <ModeChoice fields={fields.filter((field) => mapped.includes(field.path))} {...{ options, change }} />
      {unfilled.length > 0 && options.mode !== 'update' && (
        <p className={styles.warning}>
          {t('required_unmapped', { fields: unfilled.map(({ label }) => label).join(', ') })}
        </p>
      )}
      <footer className={styles.footer}>
        {missing && <span>{t(`missing_${missing}`)}</span>}
        <Button onClick={back}>{t('other_file')}</Button>
        <Button type="primary" disabled={missing !== null} loading={busy} onClick={next}>
          {t('check')}
        </Button>
      </footer>
    </>
  );
}
