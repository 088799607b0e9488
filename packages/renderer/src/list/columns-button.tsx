// Which columns a list has: tick to show, related fields by search, and back to what the view says.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '@trellis/ui/skeleton';
import { ToolButton } from '@trellis/ui/tool-button';
import type { Column, ColumnChoice } from './columns.ts';

const ColumnPicker = lazy(() => import('./column-picker.tsx').then((file) => ({ default: file.ColumnPicker })));

interface ColumnsButtonProps {
  readonly entity: string;
  readonly columns: readonly Column[];
  readonly changed: boolean;
  onChange(columns: readonly ColumnChoice[] | undefined): void;
}

export function ColumnsButton(props: ColumnsButtonProps): ReactNode {
  const { t } = useTranslation('list');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 4 } }}
      content={
        <div role="dialog" aria-label={t('columns')} style={{ width: 280 }}>
          <Suspense
            fallback={
              <div style={{ padding: 12 }}>
                <Skeleton lines={6} />
              </div>
            }
          >
            <ColumnPicker {...props} />
          </Suspense>
        </div>
      }
    >
      <ToolButton icon="columns-3" active={open}>
        {t('columns')}
      </ToolButton>
    </Popover>
  );
}
