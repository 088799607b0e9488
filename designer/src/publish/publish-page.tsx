// Before publishing: what changes in words, what the database will do, who is touched. After it: the new version.
import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@trellis/ui/empty-state';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { FillingRollups } from './filling-rollups.tsx';
import { PlanInHand } from './plan-in-hand.tsx';
import { usePlan } from './use-plan.ts';

export function PublishPage(): ReactNode {
  const { t } = useTranslation('designer');
  const { items, rebase, close } = useDraftInHand();
  const { plan, error, again } = usePlan();
  const [version, setVersion] = useState<number | null>(null);
  if (version !== null) return <Published version={version} />;
  if (items.length === 0)
    return <EmptyState icon="circle-check" title={t('nothing_to_publish')} text={t('nothing_to_publish_hint')} />;
  if (rebase.kind === 'conflict')
    return <EmptyState icon="circle-alert" title={t('conflict_first')} text={t('conflict_first_hint')} />;
  if (error) return <Failure error={error} retry={() => void again()} />;
  if (!plan) return <Skeleton lines={8} gap={18} />;
  const done = async (next: number): Promise<void> => {
    setVersion(next);
    await close();
  };
  return <PlanInHand plan={plan} planAgain={again} done={done} />;
}

function Published({ version }: { readonly version: number }): ReactNode {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
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
      title={t('published', { version })}
      text={
        <>
          {t('published_hint')} <FillingRollups />
        </>
      }
      actions={back}
    />
  );
}
