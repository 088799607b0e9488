// A list that shows nothing says why, and what to do: nothing there yet, nothing in this view, nothing found.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@trellis/ui/empty-state';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';

interface EmptyListProps {
  readonly entity: string;
  /** The user has searched or filtered. */
  readonly narrowed: boolean;
  /** The view itself shows a part only. */
  readonly partial: boolean;
  onClear(): void;
  onCreate(): void;
}

export function EmptyList({ entity, narrowed, partial, onClear, onCreate }: EmptyListProps): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const navigation = useNavigation();
  if (narrowed) {
    const clear = <Button onClick={onClear}>{t('clear_filters')}</Button>;
    return <EmptyState icon="search" title={t('empty_found')} text={t('empty_found_hint')} actions={clear} />;
  }
  const create = model.can('create', entity) && (
    <Button type="primary" onClick={onCreate}>
      {t('new', { entity: model.one(entity) })}
    </Button>
  );
  if (partial)
    return (
      <EmptyState
        icon={iconOf(model.entity(entity))}
        title={t('empty_view')}
        text={t('empty_view_hint')}
        actions={create}
      />
    );
  const description = model.label(model.entity(entity)?.description);
  return (
    <EmptyState
      icon={iconOf(model.entity(entity))}
      title={t('empty_list', { entities: model.many(entity) })}
      text={description === '' ? t('empty_list_hint') : description}
      actions={
        <>
          {create}
          {model.can('import', entity) && (
            <Button onClick={() => navigation.go({ to: 'import', entity })}>{t('import')}</Button>
          )}
        </>
      }
    />
  );
}

function iconOf(entity: { readonly icon?: string } | undefined): string {
  return entity?.icon ?? 'inbox';
}
