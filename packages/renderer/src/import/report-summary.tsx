// The figures of an import.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '@trellis/client/wire';
import { formatNumber } from '@trellis/field-types/ui/format';
import { useModel } from '../model.ts';
import type { ImportReport } from './import-report.ts';
import styles from './import.module.css';

interface ReportSummaryProps {
  readonly job: Job;
  readonly report: ImportReport;
  /** Nothing was written yet. */
  readonly trial?: boolean;
}

const figures = ['accepted', 'updated', 'skipped', 'refused'] as const;

export function ReportSummary({ job, report, trial = false }: ReportSummaryProps): ReactNode {
  const { t } = useTranslation('import');
  const { language } = useModel();
  const shown = figures.filter((figure) => report[figure] > 0 || figure === 'accepted' || figure === 'refused');
  return (
    <div role="status">
      <p className={styles.headline}>{headline()}</p>
      <dl className={styles.figures}>
        {shown.map((figure) => (
          <div key={figure} data-bad={figure === 'refused' && report.refused > 0}>
            <dt>{trial ? t(`trial_${figure}`) : t(`done_${figure}`)}</dt>
            <dd>{formatNumber(report[figure], language)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );

  function headline(): string {
    if (job.state === 'failed') return failureText() ?? (trial ? t('trial_failed') : t('failed'));
    if (job.state === 'cancelled') return trial ? t('trial_cancelled') : t('cancelled');
    return trial ? t('checked') : t('imported');
  }

  function failureText(): string | undefined {
    const problem = job.report?.['problem'];
    const isText =
      typeof problem === 'object' && problem !== null && 'detail' in problem && typeof problem.detail === 'string';
    return isText ? (problem.detail as string) : undefined;
  }
}
