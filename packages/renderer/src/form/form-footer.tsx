// The foot of a form: how many fields are wrong, or why saving failed, read out when it changes; and the buttons.
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormScope } from './form-context.ts';
import type { FieldErrors } from './field-errors.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormStore } from './form-store.ts';
import styles from './form.module.css';

interface FormFooterProps {
  readonly failure: string;
  readonly children: ReactNode;
}

export function FormFooter({ failure, children }: FormFooterProps): ReactNode {
  const { t } = useTranslation('forms');
  const { definition, store } = useFormScope();
  const errors = useSyncExternalStore(store.subscribe, store.errors);
  const count = useSyncExternalStore(store.subscribe, () => wrongFields(definition, store));
  const texts = [failure, ...errors.form, count > 0 ? t('fields_to_mend', { count }) : ''];
  return (
    <div className={styles.footer}>
      <span className={styles.status} role="status" aria-live="assertive">
        {texts.filter(Boolean).join(' ')}
      </span>
      {children}
    </div>
  );
}

function wrongFields({ fields }: FormDefinition, store: FormStore): number {
  const hasMessage = ({ messages, rows }: FieldErrors): boolean => messages.length > 0 || Object.keys(rows).length > 0;
  return [...fields.keys()].filter((name) => hasMessage(store.field(name).errors)).length;
}
