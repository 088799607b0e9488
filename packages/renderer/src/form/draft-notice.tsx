// Offers what was typed before and not saved.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '@trellis/field-types/ui/format';
import { useModel } from '../model.ts';
import styles from './form.module.css';

interface DraftNoticeProps {
  readonly at: string;
  restore(): void;
  discard(): void;
}

export function DraftNotice({ at, restore, discard }: DraftNoticeProps): ReactNode {
  const { t } = useTranslation('forms');
  const { language, timeZone } = useModel();
  return (
    <div className={styles.notice} role="status">
      <span>{t('draft_found', { at: formatInstant(at, language, timeZone) })}</span>
      <Button size="small" type="primary" onClick={restore}>
        {t('draft_restore')}
      </Button>
      <Button size="small" onClick={discard}>
        {t('draft_discard')}
      </Button>
    </div>
  );
}
