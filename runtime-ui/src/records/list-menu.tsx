// What else can be done with a list: bring records in, take them out, look into the trash.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@trellis/metadata/kinds';
import { useClient } from '@trellis/renderer/client';
import type { Column } from '@trellis/renderer/columns';
import { listQuery } from '@trellis/renderer/list-request';
import type { ListState } from '@trellis/renderer/list-state';
import { useModel } from '@trellis/renderer/model';
import { useNavigation } from '@trellis/renderer/navigation';
import { Menu, type MenuItem } from '@trellis/ui/menu';
import { ToolButton } from '@trellis/ui/tool-button';

interface ListMenuProps {
  readonly view: View;
  readonly state: ListState;
  readonly columns: readonly Column[];
}

export function ListMenu({ view, state, columns }: ListMenuProps): ReactNode {
  const { t } = useTranslation('list');
  const { entity } = view;
  const model = useModel();
  const client = useClient();
  const navigation = useNavigation();
  const download = (): void => {
    const query = listQuery(
      model,
      view,
      state,
      columns.map(({ path }) => path),
    );
    window.location.assign(client.records(entity).exportUrl({ ...query, select: columns.map(({ path }) => path) }));
  };
  const items: MenuItem[] = [
    ...(model.can('import', entity)
      ? [{ key: 'import', label: t('import'), icon: 'upload', run: () => navigation.go({ to: 'import', entity }) }]
      : []),
    ...(model.can('export', entity) ? [{ key: 'export', label: t('export'), icon: 'download', run: download }] : []),
    { key: 'trash', label: t('to_trash'), icon: 'trash-2', run: () => navigation.go({ to: 'trash', entity }) },
  ];
  return (
    <Menu label={t('list_menu')} items={items} placement="bottomRight">
      <ToolButton icon="ellipsis" aria-label={t('list_menu')} />
    </Menu>
  );
}
