// What becomes of rows whose record exists already, and how it is found.
import type { ReactNode } from 'react';
import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportField } from './import-fields.ts';
import type { ImportMode, ImportOptions } from './import-options.ts';
import styles from './import.module.css';

interface ModeChoiceProps {
  /** Those that a column goes into. */
  readonly fields: readonly ImportField[];
  readonly options: ImportOptions;
  change(options: ImportOptions): void;
}

const modes: readonly ImportMode[] = ['create', 'upsert', 'update'];

export function ModeChoice({ fields, options, change }: ModeChoiceProps): ReactNode {
  const { t } = useTranslation('import');
  return (
    <fieldset className={styles.mode}>
      <legend>{t('mode')}</legend>
      <Radio.Group
        className={styles.modes ?? ''}
        value={options.mode}
        onChange={(event) => change({ ...options, mode: event.target.value as ImportMode })}
        options={modes.map((mode) => ({ value: mode, label: t(`mode_${mode}`) }))}
      />
      <label className={styles.key}>
        <span>{options.mode === 'create' ? t('key_skip') : t('key')}</span>
        <Select
          mode="multiple"
          value={[...options.key]}
          onChange={(key) => change({ ...options, key })}
          options={fields.map(({ path, label }) => ({ value: path, label }))}
          placeholder={t('key_none')}
          popupMatchSelectWidth={false}
        />
      </label>
    </fieldset>
  );
}
