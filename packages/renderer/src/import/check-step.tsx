// What a trial run found: how many rows would go in, the texts that mean nothing yet, each to be decided once for all its rows,
// and what is wrong with the others.
import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failure } from '@trellis/ui/failure';
import { withValue, type ImportOptions } from './import-options.ts';
import { reportOf } from './import-report.ts';
import styles from './import.module.css';
import { JobProgress } from './job-progress.tsx';
import { ReportSummary } from './report-summary.tsx';
import { RowErrors } from './row-errors.tsx';
import { UnmatchedValues } from './unmatched-values.tsx';
import { useJob } from './use-job.ts';

interface CheckStepProps {
  readonly entity: string;
  readonly jobId: string;
  readonly options: ImportOptions;
  readonly busy: boolean;
  change(options: ImportOptions): void;
  back(): void;
  again(): void;
  start(): void;
}

export function CheckStep({ entity, jobId, options, busy, change, back, again, start }: CheckStepProps): ReactNode {
  const { t } = useTranslation('import');
  const { job, error, ended, cancel } = useJob(jobId);
  const [decided, setDecided] = useState(false);
  if (error) return <Failure error={error} actions={<Button onClick={back}>{t('back')}</Button>} />;
  if (!job || !ended) return <JobProgress job={job} label={t('checking')} cancel={() => void cancel()} />;
  const report = reportOf(job);
  const taken = report.accepted + report.updated;
  /** Its figures are what an import would do. */
  const holds = job.state === 'done' && !decided;
  const decide = (header: string, cell: string, instead: string | undefined): void => {
    setDecided(true);
    change(withValue(options, header, cell, instead));
  };
  return (
    <>
      <ReportSummary job={job} report={report} trial />
      <UnmatchedValues {...{ entity, options, decide }} unmatched={report.unmatched} />
      <RowErrors {...{ jobId, entity, report }} />
      <footer className={styles.footer}>
        {decided && <span>{t('check_again_hint')}</span>}
        <Button onClick={back}>{t('back')}</Button>
        {holds ? (
          <Button type="primary" loading={busy} disabled={taken === 0} onClick={start}>
            {t('import_rows', { count: taken })}
          </Button>
        ) : (
          <Button type="primary" loading={busy} onClick={again}>
            {t('check_again')}
          </Button>
        )}
      </footer>
    </>
  );
}
