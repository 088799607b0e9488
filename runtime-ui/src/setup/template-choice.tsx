// The templates to start with, as cards of a radio group.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupTemplate } from '@trellis/client/wire';
import { labelOf } from '@trellis/metadata/labels';
import { Icon } from '@trellis/ui/icon';
import styles from './template-choice.module.css';

interface TemplateChoiceProps {
  readonly templates: readonly SetupTemplate[];
  readonly value: string;
  readonly disabled: boolean;
  onChange(name: string): void;
}

export function TemplateChoice({ templates, value, disabled, onChange }: TemplateChoiceProps): ReactNode {
  const { t, i18n } = useTranslation('setup');
  return (
    <fieldset className={styles.templates} disabled={disabled}>
      <legend className={styles.legend}>{t('template')}</legend>
      <div className={styles.cards}>
        {templates.map((template) => (
          <label key={template.name} className={styles.card} data-checked={template.name === value}>
            <input
              type="radio"
              className="visually-hidden"
              name="template"
              checked={template.name === value}
              onChange={() => onChange(template.name)}
            />
            <span className={styles.icon}>
              <Icon name={template.icon ?? 'blocks'} size={20} />
            </span>
            <span>
              <b>{labelOf(template.label, i18n.language)}</b>
              {template.description !== undefined && (
                <span className={styles.description}>{labelOf(template.description, i18n.language)}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
