// The way into the filter: a button with the number of conditions, and the builder below it, loaded when it is first opened.
import { lazy, Suspense, useRef, type ReactNode } from 'react';
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
  const button = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDivElement>(null);
  const show = (next: boolean): void => {
    // It may have been opened from elsewhere, but its conditions are told by the button.
    if (!next) button.current?.focus();
    onOpen(next);
  };
  const takeFocus = (): void => {
    if (dialog.current?.contains(document.activeElement)) return;
    const inDialog = (selector: string) => dialog.current?.querySelector<HTMLElement>(selector);
    (inDialog('[data-fresh="true"] input') ?? inDialog('input, button') ?? dialog.current)?.focus();
  };
  return (
    <Popover
      open={open}
      onOpenChange={show}
      // Before, it is not in sight, and cannot have the focus.
      afterOpenChange={(shown) => shown && takeFocus()}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      align={{ overflow: { shiftX: true, adjustY: true } }}
      styles={{ container: { padding: 4 } }}
      content={
        <div ref={dialog} role="dialog" tabIndex={-1} aria-label={t('filter')}>
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
        ref={button}
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
