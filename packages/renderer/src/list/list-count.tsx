// How many records a list finds, as far as it has been counted: `1,000+` where counting stopped.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useModel } from '../model.ts';
import type { RowCount } from './row-count.ts';

export function ListCount({
  count,
  className,
}: {
  count: RowCount | undefined;
  className?: string | undefined;
}): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  if (!count) return null;
  const number = new Intl.NumberFormat(model.language).format(count.count);
  return (
    <span className={className} role="status">
      {count.capped ? t('count_capped', { number }) : number}
    </span>
  );
}
