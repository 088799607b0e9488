// The value that a new record starts with, edited by the widget of the type itself. Types whose values live elsewhere have none.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldType } from '@trellis/field-types/registry';
import { Widget } from '@trellis/field-types/widgets';
import type { FieldDraft } from './field-draft.ts';
import styles from './fields.module.css';
import { missingOptions } from './type-options.tsx';

interface DefaultValueProps {
  readonly id: string;
  readonly entity: string;
  readonly name: string;
  readonly draft: FieldDraft;
  put(more: Partial<FieldDraft>): void;
}

export function DefaultValue({ id, entity, name, draft, put }: DefaultValueProps): ReactNode {
  const { t } = useTranslation('designer');
  const type = fieldType(draft.type);
  const isStructured = type.scalar !== undefined || type.name === 'json' || type.name === 'location';
  const hasDefault = !type.relation && !type.generated && type.group !== 'file' && !isStructured;
  if (!hasDefault || missingOptions(draft).length > 0 || draft.newOptions.trim() !== '') return null;
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{t('default')}</label>
      <Widget
        {...{ id, entity, name }}
        field={{ type: draft.type, ...draft.options }}
        value={draft.defaultValue}
        onChange={(defaultValue) => put({ defaultValue })}
        record={{}}
        label={t('default')}
      />
    </div>
  );
}
