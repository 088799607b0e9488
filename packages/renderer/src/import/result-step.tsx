// The import itself: its progress, then its figures.
import { useEffect, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failure } from '@trellis/ui/failure';
import { reportOf } from './import-report.ts';
import styles from './import.module.css';
import { JobProgress } from './job-progress.tsx';
import { ReportSummary } from './report-summary.tsx';
import { RowErrors } from './row-errors.tsx';
import { forgetImport } from './running-import.ts';
import { useJob } from './use-job.ts';

interface ResultStepProps {
  readonly entity: string;
  readonly jobId: string;
  again(): void;
  done(): void;
}

export function ResultStep({ entity, jobId, again, done }: ResultStepProps): ReactNode {
  const { t } = useTranslation('import');
  const { job, error, ended, cancel } = useJob(jobId);
  useEffect(() => {
    // Its result is shown once; whoever comes again wants to import something else.
    if (ended) forgetImport(entity);
  }, [ended, entity]);
  if (error) return <Failure error={error} actions={<Button onClick={again}>{t('import_more')}</Button>} />;
  if (!job || !ended) return <JobProgress job={job} label={t('importing')} cancel={() => void cancel()} goesOn />;
  const report = reportOf(job);
  return (
    <>
      <ReportSummary job={job} report={report} />
      <RowErrors {...{ jobId, entity, report }} />
      <footer className={styles.footer}>
        <Button onClick={again}>{t('import_more')}</Button>
        <Button type="primary" onClick={done}>
          {t('to_list')}
        </Button>
      </footer>
    </>
  );
}
