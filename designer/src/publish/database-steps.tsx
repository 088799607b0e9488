// What the database will do, step by step: in words, with how careful one must be, how many rows it touches and who waits.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedStep } from '@trellis/client/wire';
import { Chip } from '@trellis/field-types/ui/chip';
import { formatNumber } from '@trellis/field-types/ui/format';
import { useModel } from '@trellis/renderer/model';
import styles from './publish.module.css';

const colors = { safe: 'green', confirm: 'orange', destructive: 'red' } as const;

export function DatabaseSteps({ steps }: { readonly steps: readonly PlannedStep[] }): ReactNode {
  const { t } = useTranslation('designer');
  const { language } = useModel();
  if (steps.length === 0) return <p className={styles.lead}>{t('no_steps')}</p>;
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={index}>
          <div>
            <Chip color={colors[step.class]}>{t(`class_${step.class}`)}</Chip> {step.text}
            <small>
              {t('step_rows', { count: step.rows, rows: formatNumber(step.rows, language) })} · {t(`lock_${step.lock}`)}
            </small>
          </div>
          <details>
            <summary>SQL</summary>
            <pre>{step.sql}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
