// How far a job is: rows, remaining time, a way to stop it.
import { useState, type ReactNode } from 'react';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Job } from '@trellis/client/wire';
import { formatDuration, formatNumber } from '@trellis/field-types/ui/format';
import { useModel } from '../model.ts';
import { secondsLeft } from './import-report.ts';
import styles from './import.module.css';

interface JobProgressProps {
  readonly job: Job | undefined;
  readonly label: string;
  /** Whoever comes back finds it again. */
  readonly goesOn?: boolean;
  cancel(): void;
}

export function JobProgress({ job, label, goesOn = false, cancel }: JobProgressProps): ReactNode {
  const { t } = useTranslation('import');
  const { language } = useModel();
  const [startedAt] = useState(() => Date.now());
  const { done, total } = job ?? { done: 0, total: null };
  const left = secondsLeft({ done, total, elapsed: (Date.now() - startedAt) / 1000 });
  const number = (value: number): string => formatNumber(value, language);
  return (
    <div className={styles.progress}>
      <p role="status">
        <strong>{label}</strong> {total !== null && t('rows_of', { done: number(done), total: number(total) })}
        {left !== undefined && left > 0 && ` · ${t('time_left', { time: formatDuration(left) })}`}
      </p>
      <Progress
        percent={total ? Math.round((100 * done) / total) : 0}
        strokeColor="var(--accent)"
        showInfo={false}
        aria-label={label}
      />
      {goesOn && <p className={styles.quiet}>{t('goes_on')}</p>}
      <Button size="small" onClick={cancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
