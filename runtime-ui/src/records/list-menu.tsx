// What else can be done with a list: bring records in, take them out, look into the trash.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@trellis/metadata/kinds';
import type { Column } from '@trellis/renderer/columns';
import { listQuery } from '@trellis/renderer/list-request';
import type { ListState } from '@trellis/renderer/list-state';
import { useModel } from '@trellis/renderer/model';
import { useNavigation } from '@trellis/renderer/navigation';
import type { RowCount } from '@trellis/renderer/row-count';
import { Menu, type MenuItem } from '@trellis/ui/menu';
import { ToolButton } from '@trellis/ui/tool-button';

const ExportDialog = lazy(() =>
  import('@trellis/renderer/export-dialog').then((file) => ({ default: file.ExportDialog })),
);

interface ListMenuProps {
  readonly view: View;
  readonly state: ListState;
  readonly columns: readonly Column[];
  readonly count: RowCount | undefined;
}

export function ListMenu({ view, state, columns, count }: ListMenuProps): ReactNode {
  const { t } = useTranslation('list');
  const { entity } = view;
  const model = useModel();
  const navigation = useNavigation();
  const [exporting, setExporting] = useState(false);
  const mayExport = model.can('export', entity);
  const items: MenuItem[] = [
    ...(model.can('import', entity)
      ? [{ key: 'import', label: t('import'), icon: 'upload', run: () => navigation.go({ to: 'import', entity }) }]
      : []),
    {
      key: 'export',
      label: t('export'),
      icon: 'download',
      disabled: !mayExport,
      hint: mayExport ? undefined : t('export_forbidden'),
      run: () => setExporting(true),
    },
    { key: 'trash', label: t('to_trash'), icon: 'trash-2', run: () => navigation.go({ to: 'trash', entity }) },
  ];
  return (
    <>
      <Menu label={t('list_menu')} items={items} placement="bottomRight">
        <ToolButton icon="ellipsis" aria-label={t('list_menu')} />
      </Menu>
      {exporting && (
        <Suspense>
          <ExportDialog
            entity={entity}
            query={listQuery(model, view, state, [])}
            columns={columns}
            count={count}
            close={() => setExporting(false)}
          />
        </Suspense>
      )}
    </>
  );
}
