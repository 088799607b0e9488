// A plan to read, and the button that carries out just this one.
import { useRef, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import type { Plan } from '@trellis/client/wire';
import { useClient } from '@trellis/renderer/client';
import { UseList } from '../browser/use-list.tsx';
import { groupUses } from '../browser/uses.ts';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { DatabaseSteps } from './database-steps.tsx';
import styles from './publish.module.css';
import { useChangeText } from './use-change-text.ts';
import { hasMoved } from './use-plan.ts';

interface PlanInHandProps {
  readonly plan: Plan;
  planAgain(): Promise<unknown>;
  /** With the new version. */
  done(version: number): Promise<void>;
}

export function PlanInHand({ plan, planAgain, done }: PlanInHandProps): ReactNode {
  const { t } = useTranslation('designer');
  const changeText = useChangeText();
  const { changes, impact, steps, problems } = plan;
  const uses = [
    ...groupUses(impact.map(({ from, to }) => ({ from, to: { kind: to.kind, name: to.name } }))).values(),
  ].flat();
  return (
    <div className={styles.page}>
      <h1>{t('publish_title')}</h1>
      <p className={styles.lead}>{t('publish_lead', { version: plan.base_version + 1 })}</p>
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
      <PublishButton {...{ plan, planAgain, done }} />
    </div>
  );
}

function PublishButton({ plan, planAgain, done }: PlanInHandProps): ReactNode {
  const { t } = useTranslation('designer');
  const client = useClient();
  const { kept } = useDraftInHand();
  const [confirmed, setConfirmed] = useState(false);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  // Earlier than the rendering that disables the button.
  const isBusy = useRef(false);
  const asking = plan.steps.filter((step) => step.class !== 'safe').map((step) => step.text);
  const publish = async (id: string): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(true);
    setFailure('');
    try {
      const { version } = await client.drafts.publish(id, asking);
      await done(version);
    } catch (error) {
      const problem = problemOf(error);
      // A draft whose base has moved is planned anew below; that says it all.
      if (!hasMoved(error)) setFailure(problem ? (problem.detail ?? problem.title) : t('unreachable'));
      await planAgain();
    } finally {
      isBusy.current = false;
      setBusy(false);
    }
  };
  const isReady = plan.problems.length === 0 && plan.changes.length > 0 && (asking.length === 0 || confirmed);
  return (
    <footer className={styles.footer}>
      {failure !== '' && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      {asking.length > 0 && (
        <label>
          <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />{' '}
          {t('confirm_steps')}
        </label>
      )}
      <Button
        type="primary"
        loading={busy}
        disabled={!isReady || !kept}
        onClick={() => void (kept && publish(kept.id))}
      >
        {t('publish')}
      </Button>
    </footer>
  );
}
