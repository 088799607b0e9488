// The first page: the entities as cards, with how many fields, forms and views each has.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { Icon } from '@trellis/ui/icon';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import styles from './browser.module.css';
import { byLabel } from './by-label.ts';

export function Overview(): ReactNode {
  const { t } = useTranslation('designer');
  const reader = useModel();
  const { label } = reader;
  const navigate = useNavigate();
  const { model } = useDraftInHand();
  const count = (all: Readonly<Record<string, { readonly entity: string }>>, entity: string): number =>
    Object.values(all).filter((item) => item.entity === entity).length;
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{t('kinds_entity')}</h1>
          <p className={styles.lead}>{t('overview_lead')}</p>
        </div>
        <Button
          type="primary"
          icon={<Icon name="plus" size={14} />}
          onClick={() => void navigate({ to: '/new-entity' })}
        >
          {t('new_entity')}
        </Button>
      </header>
      <ul className={styles.cards}>
        {byLabel(Object.values(model.entities), reader).map((entity) => (
          <li key={entity.name}>
            <Link to="/entities/$entity" params={{ entity: entity.name }}>
              <Icon name={entity.icon ?? 'table-2'} size={18} />
              <strong>{label(entity.labels ?? entity.label, entity.name)}</strong>
              <span>{label(entity.description)}</span>
              <small>
                {[
                  t('count_fields', {
                    count: Object.values(entity.fields).filter((field) => field.system !== true).length,
                  }),
                  t('count_forms', { count: count(model.forms, entity.name) }),
                  t('count_views', { count: count(model.views, entity.name) }),
                ].join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
