// One entity: its fields as a table, the forms, views and pages that show it, and at the right the field that is chosen or made.
import type { ReactNode } from 'react';
import { Button, Drawer } from 'antd';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { EmptyState } from '@trellis/ui/empty-state';
import { Icon } from '@trellis/ui/icon';
import { useNarrow } from '@trellis/ui/use-narrow';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { withoutNewEntity } from '../entities/new-entity.ts';
import { FieldEditor } from '../fields/field-editor.tsx';
import styles from './browser.module.css';
import type { EntitySearch } from './entity-search.ts';
import { FieldsTable } from './fields-table.tsx';
import { useItemLabel } from './use-item-label.ts';
import { useReferences } from './use-references.ts';

const kinds = ['form', 'view', 'page'] as const;
const folders = { form: 'forms', view: 'views', page: 'pages' } as const;

export function EntityPage(): ReactNode {
  const { t } = useTranslation('designer');
  const { label } = useModel();
  const { model, published, change } = useDraftInHand();
  const { entity: name } = useParams({ from: '/entities/$entity' });
  const { field, add, added } = useSearch({ from: '/entities/$entity' });
  const navigate = useNavigate();
  const labels = useItemLabel();
  const references = useReferences('entity', name);
  const isNarrow = useNarrow();
  const entity = model.entities[name];
  if (!entity) return <EmptyState icon="circle-alert" title={t('no_such_item')} />;
  const show = (search: EntitySearch): void =>
    void navigate({ to: '/entities/$entity', params: { entity: name }, search });
  const takeOut = (): void => {
    change((items) => withoutNewEntity(published, items, name));
    void navigate({ to: '/' });
  };
  const editor = (add || field !== undefined) && (
    <FieldEditor
      key={field ?? 'new'}
      entity={name}
      name={field}
      uses={references.of(field)}
      done={(saved) => show(saved === undefined ? {} : field === undefined ? { added: saved } : { field: saved })}
    />
  );
  return (
    <div className={styles.split} data-open={Boolean(editor) && !isNarrow}>
      <div>
        <header className={styles.head}>
          <Icon name={entity.icon ?? 'table-2'} size={22} />
          <div>
            <h1 className={styles.title}>{label(entity.labels ?? entity.label, name)}</h1>
            <code>{name}</code>
          </div>
          {!published.entities[name] && <Button onClick={takeOut}>{t('remove_again')}</Button>}
          <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => show({ add: true })}>
            {t('add_field')}
          </Button>
        </header>
        {entity.description && <p className={styles.lead}>{label(entity.description)}</p>}
        <FieldsTable
          entity={name}
          chosen={field}
          added={added}
          choose={(chosen) => show({ field: chosen })}
          uses={references.of}
        />
        {kinds.map((kind) => {
          const items = Object.values(model[folders[kind]]).filter((item) => item.entity === name);
          if (items.length === 0) return null;
          return (
            <section key={kind} className={styles.related}>
              <h2>{t(`kinds_${kind}`)}</h2>
              {items.map((item) => (
                <Link key={item.name} to="/items/$kind/$name" params={{ kind, name: item.name }}>
                  {labels.item(kind, item.name)}
                </Link>
              ))}
            </section>
          );
        })}
      </div>
      {editor &&
        (isNarrow ? (
          <Drawer open size="large" onClose={() => show({})} title={add ? t('add_field') : t('field')}>
            {editor}
          </Drawer>
        ) : (
          <aside className={styles.inspector} aria-label={add ? t('add_field') : t('field')}>
            {editor}
          </aside>
        ))}
    </div>
  );
}
