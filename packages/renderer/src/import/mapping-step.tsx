// Where the columns of a file go: each header with samples of its cells, the field it fills, and for a look-up what its cells name.
import type { ReactNode } from 'react';
import { Button, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '@trellis/client/wire';
import { useModel } from '../model.ts';
import { FilePreview } from './file-preview.tsx';
import { importFields } from './import-fields.ts';
import { missingFrom, type ImportMode, type ImportOptions } from './import-options.ts';
import styles from './import.module.css';
import { MappingRow } from './mapping-row.tsx';
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

const modes: readonly ImportMode[] = ['create', 'upsert', 'update'];

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
  const keyChoices = fields.filter((field) => mapped.includes(field.path));
  return (
    <>
      <p className={styles.about}>
        {t('file_facts', { name: fileName, count: inspection.rows, encoding: inspection.encoding })}
      </p>
      <div className={styles.scroll}>
        <table className={styles.mapping}>
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
      </div>
      <FilePreview inspection={inspection} />
      <fieldset className={styles.mode}>
        <legend>{t('mode')}</legend>
        <Radio.Group
          value={options.mode}
          onChange={(event) => change({ ...options, mode: event.target.value as ImportMode })}
          options={modes.map((mode) => ({ value: mode, label: t(`mode_${mode}`) }))}
        />
        <label>
          <span>{options.mode === 'create' ? t('key_skip') : t('key')}</span>
          <Select
            mode="multiple"
            value={[...options.key]}
            onChange={(key) => change({ ...options, key })}
            options={keyChoices.map(({ path, label }) => ({ value: path, label }))}
            placeholder={t('key_none')}
            popupMatchSelectWidth={false}
            style={{ minWidth: 220 }}
          />
        </label>
      </fieldset>
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
