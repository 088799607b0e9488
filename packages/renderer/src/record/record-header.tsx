// The head of a record page: kind, title, subtitle, and what can be done with the record.
import type { ReactNode } from 'react';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { Icon } from '@trellis/ui/icon';
import { useToast } from '@trellis/ui/toast';
import { Cell } from '@trellis/field-types/ui';
import { valueAt } from '../lookup/record-source.ts';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import styles from './record-page.module.css';
import { useDeleteWithUndo } from './use-delete-with-undo.ts';

interface RecordHeaderProps {
  readonly entity: string;
  readonly record: RecordRow;
  readonly canEdit: boolean;
  readonly onDeleted: (() => void) | undefined;
  edit(): void;
}

export function RecordHeader({ entity, record, canEdit, onDeleted, edit }: RecordHeaderProps): ReactNode {
  const { t } = useTranslation('record');
  const model = useModel();
  const navigation = useNavigation();
  const toast = useToast();
  const remove = useDeleteWithUndo(entity, onDeleted ?? (() => navigation.back({ to: 'list', entity })));
  const { icon, subtitle, color } = model.entity(entity) ?? {};
  const title = model.title(entity, record) || t('untitled');
  const under = subtitle === undefined ? undefined : model.field(entity, subtitle);
  const copyLink = async (): Promise<void> => {
    const address = navigation.hrefOf({ to: 'record', entity, id: record.id });
    await navigator.clipboard.writeText(new URL(address, location.href).href);
    toast.show({ text: t('link_copied'), tone: 'success' });
  };
  const list = { to: 'list', entity } as const;
  return (
    <header className={styles.header}>
      <span className={styles.badge} style={badgeColors(color)}>
        <Icon name={icon} size={20} />
      </span>
      <div className={styles.titles}>
        <a
          className={styles.kind}
          href={navigation.hrefOf(list)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            navigation.go(list);
          }}
        >
          {model.many(entity)}
        </a>
        <h1 className={styles.title}>{title}</h1>
        {under && subtitle?.includes('.') && (
          <Cell field={under.field} name={under.name} value={valueAt(record, subtitle)} />
        )}
      </div>
      <div className={styles.actions}>
        {canEdit && (
          <Button icon={<Icon name="pencil" size={14} />} onClick={edit} aria-keyshortcuts="e">
            {t('edit')}
          </Button>
        )}
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'link',
                label: t('copy_link'),
                icon: <Icon name="link" size={14} />,
                onClick: () => void copyLink(),
              },
              ...(model.can('delete', entity, record)
                ? [
                    {
                      key: 'delete',
                      danger: true,
                      label: t('delete'),
                      icon: <Icon name="trash-2" size={14} />,
                      onClick: () => remove(record.id, title),
                    },
                  ]
                : []),
            ],
          }}
        >
          <Button aria-label={t('more')} icon={<Icon name="ellipsis" size={16} />} />
        </Dropdown>
      </div>
    </header>
  );
}

function badgeColors(color: string | undefined): { readonly background: string; readonly color: string } {
  return { background: `var(--c-${color ?? 'gray'}-soft)`, color: `var(--c-${color ?? 'gray'}-text)` };
}
