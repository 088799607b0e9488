// Making a record over the list that it will stand in.
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '@trellis/renderer/navigation';
import { useToast } from '@trellis/ui/toast';

const RecordDrawer = lazy(() =>
  import('@trellis/renderer/record-drawer').then((file) => ({ default: file.RecordDrawer })),
);

export function NewRecord({ entity, close }: { entity: string; close(): void }): ReactNode {
  const { t } = useTranslation(['list', 'common']);
  const toast = useToast();
  const navigation = useNavigation();
  return (
    <Suspense>
      <RecordDrawer
        entity={entity}
        onClose={close}
        onSaved={({ id, title }) => {
          close();
          const open = { label: t('common:open'), run: () => navigation.go({ to: 'record', entity, id }) };
          toast.show({ text: t('created', { title }), tone: 'success', action: open });
        }}
      />
    </Suspense>
  );
}
