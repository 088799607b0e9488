// A value that nobody types: worked out while the form is filled in, and shown as on the record's page. One that the server alone
// can tell says so, beside what is stored, and is there once the record is saved.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell, isBlank } from '@trellis/field-types/ui';
import type { FormField } from './form-definition.ts';
import { idsOf, useFieldState, useFormScope } from './form-context.ts';
import styles from './form.module.css';

export function WorkedOut({ field }: { readonly field: FormField }): ReactNode {
  const { t } = useTranslation('forms');
  const { store, idPrefix } = useFormScope();
  const { value, isOpen } = useFieldState(field.name);
  const ids = idsOf(idPrefix, field.name);
  return (
    // It changes with nearly every key: whoever listens asks for it.
    <output
      id={ids.input}
      className={styles.workedOut}
      aria-live="off"
      {...(field.help !== '' && { 'aria-describedby': ids.help })}
    >
      {isBlank(value) ? (
        !isOpen && <span className={styles.blank}>—</span>
      ) : (
        <Cell
          field={field.field}
          name={field.name}
          value={value}
          record={store.values()}
          columns={field.columns}
          density="full"
        />
      )}
      {!isBlank(value) && isOpen && ' '}
      {isOpen && <span className={styles.blank}>{t('worked_out_on_saving')}</span>}
    </output>
  );
}
