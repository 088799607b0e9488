// What one text of the file stands for: an option, a record, or nothing.
import { useState, type ReactNode } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PublishedField } from '@trellis/client/metadata';
import { RecordPicker } from '@trellis/field-types/ui/record-picker';
import type { Reference } from '@trellis/field-types/ui/screen';
import { relatedEntity, useModel } from '../model.ts';
import styles from './import.module.css';

interface ValueMeaningProps {
  readonly field: PublishedField;
  readonly cell: string;
  /** The option's value or the record's id; an empty text: nothing. */
  readonly instead: string | undefined;
  decide(instead: string | undefined): void;
}

export function ValueMeaning({ field, cell, instead, decide }: ValueMeaningProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  const [reference, setReference] = useState<Reference>();
  const label = t('meaning_of', { cell });
  const target = relatedEntity(field);
  if (instead === '')
    return (
      <span className={styles.quiet}>
        {t('stays_blank')}{' '}
        <Button size="small" type="link" onClick={() => decide(undefined)}>
          {t('undo')}
        </Button>
      </span>
    );
  if (target === undefined)
    return (
      <Select
        aria-label={label}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        placeholder={t('choose')}
        value={instead ?? null}
        onChange={(chosen) => decide(chosen ?? undefined)}
        options={model.options(field).map((option) => ({ value: option.value, label: model.label(option.label) }))}
      />
    );
  return (
    <RecordPicker
      id={`meaning_${cell}`}
      label={label}
      entity={target}
      values={reference !== undefined && reference.id === instead ? [reference] : []}
      onValues={([picked]) => {
        setReference(picked);
        decide(picked?.id);
      }}
    />
  );
}
