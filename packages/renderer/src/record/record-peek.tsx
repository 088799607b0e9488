// A record in a drawer over the page that leads to it, with a way to its own page.
import { useState, type ReactNode } from 'react';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import { RecordPage } from './record-page.tsx';

interface RecordPeekProps {
  readonly entity: string;
  readonly id: string;
  onClose(): void;
}

export function RecordPeek({ entity, id, onClose }: RecordPeekProps): ReactNode {
  const { t } = useTranslation('record');
  const model = useModel();
  const navigation = useNavigation();
  const [tab, setTab] = useState<string>();
  const openPage = (): void => {
    onClose();
    navigation.go({ to: 'record', entity, id });
  };
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={model.one(entity)}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      extra={
        <Button size="small" icon={<Icon name="external-link" size={14} />} onClick={openPage}>
          {t('open_page')}
        </Button>
      }
    >
      <RecordPage entity={entity} id={id} tab={tab} onTab={setTab} onDeleted={onClose} />
    </Drawer>
  );
}
