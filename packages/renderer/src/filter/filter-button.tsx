// The way into the filter: a button with the number of conditions, and the builder below it, loaded when it is first opened.
import { lazy, Suspense, type ReactNode } from 'react';
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '@trellis/ui/skeleton';
import { ToolButton } from '@trellis/ui/tool-button';
import { countOf, type Group } from './filter.ts';

const FilterBuilder = lazy(() => import('./filter-builder.tsx').then((file) => ({ default: file.FilterBuilder })));

interface FilterButtonProps {
  readonly entity: string;
  readonly filter: Group;
  readonly open: boolean;
  readonly iconOnly?: boolean;
  readonly startWith: string | undefined;
  onOpen(open: boolean): void;
  onChange(filter: Group): void;
}

export function FilterButton({
  entity,
  filter,
  open,
  iconOnly,
  startWith,
  onOpen,
  onChange,
}: FilterButtonProps): ReactNode {
  const { t } = useTranslation('filter');
  const count = countOf(filter);
  return (
    <Popover
      open={open}
      onOpenChange={onOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 4 } }}
      content={
        <div role="dialog" aria-label={t('filter')}>
          <Suspense
            fallback={
              <div style={{ width: 260, padding: 12 }}>
                <Skeleton lines={5} />
              </div>
            }
          >
            <FilterBuilder entity={entity} filter={filter} startWith={startWith} onChange={onChange} />
          </Suspense>
        </div>
      }
    >
      <ToolButton
        icon="list-filter"
        count={count}
        active={open}
        aria-label={t('filter')}
        onPointerEnter={() => void import('./filter-builder.tsx')}
      >
        {!iconOnly && t('filter')}
      </ToolButton>
    </Popover>
  );
}
