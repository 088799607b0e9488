// Before publishing: what changes in words, what the database will do, who is touched. After it: the new version.
import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import { useClient } from '@trellis/renderer/client';
import { EmptyState } from '@trellis/ui/empty-state';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { UseList } from '../browser/use-list.tsx';
import { groupUses } from '../browser/uses.ts';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { useChangeText } from './use-change-text.ts';
import { DatabaseSteps } from './database-steps.tsx';
import styles from './publish.module.css';

export function PublishPage(): ReactNode {
  const { t } = useTranslation('designer');
  const client = useClient();
  const navigate = useNavigate();
  const { id, items, saving, published, close } = useDraftInHand();
  const changeText = useChangeText();
  const [confirmed, setConfirmed] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const plan = useQuery({
    queryKey: ['plan', id, items],
    queryFn: () => client.drafts.plan(id ?? ''),
    enabled: id !== undefined && !saving && items.length > 0,
    staleTime: 0,
    retry: false,
  });
  if (done !== null) {
    const back = (
      <>
        <Button type="primary" href="/">
          {t('to_product')}
        </Button>
        <Button onClick={() => void navigate({ to: '/' })}>{t('to_designer')}</Button>
      </>
    );
    return (
      <EmptyState
        icon="circle-check"
        title={t('published', { version: done })}
        text={t('published_hint')}
        actions={back}
      />
    );
  }
  if (items.length === 0)
    return <EmptyState icon="circle-check" title={t('nothing_to_publish')} text={t('nothing_to_publish_hint')} />;
  if (plan.error) return <Failure error={plan.error} retry={() => void plan.refetch()} />;
  if (!plan.data) return <Skeleton lines={8} gap={18} />;

  const { changes, impact, steps, problems } = plan.data;
  const mustConfirm = steps.some((step) => step.class !== 'safe');
  const uses = [
    ...groupUses(impact.map(({ from, to }) => ({ from, to: { kind: to.kind, name: to.name } }))).values(),
  ].flat();
  const publish = async (): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      const { version } = await client.drafts.publish(
        id ?? '',
        steps.filter((step) => step.class !== 'safe').map((step) => step.text),
      );
      await close();
      setDone(version);
    } catch (error) {
      const problem = problemOf(error);
      setFailure(problem ? (problem.detail ?? problem.title) : t('unreachable'));
      void plan.refetch();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.page}>
      <h1>{t('publish_title')}</h1>
      <p className={styles.lead}>{t('publish_lead', { version: published.version + 1 })}</p>
      {problems.length > 0 && (
        <section className={styles.problems} role="alert">
          <h2>{t('problems', { count: problems.length })}</h2>
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>
                {problem.message} {problem.hint} <code>{problem.path}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('changes')}</h2>
        <ul className={styles.changes}>
          {changes.map((change, index) => (
            <li key={index} data-change={change.change}>
              {changeText(change)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('impact')}</h2>
        {uses.length > 0 ? <UseList uses={uses} /> : <p className={styles.lead}>{t('no_impact')}</p>}
      </section>
      <section>
        <h2>{t('database')}</h2>
        <DatabaseSteps steps={steps} />
      </section>
      <footer className={styles.footer}>
        {failure !== '' && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        {mustConfirm && (
          <label>
            <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />{' '}
            {t('confirm_steps')}
          </label>
        )}
        <Button
          type="primary"
          loading={busy}
          disabled={problems.length > 0 || changes.length === 0 || (mustConfirm && !confirmed)}
          onClick={() => void publish()}
        >
          {t('publish')}
        </Button>
      </footer>
    </div>
  );
}
