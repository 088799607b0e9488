// What a write changed: each field with its old and its new value, as the lists show them.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '@trellis/client/wire';
import { Cell, isBlank } from '@trellis/field-types/ui';
import { Icon } from '@trellis/ui/icon';
import { useModel } from '../model.ts';
import styles from './history.module.css';

interface ChangesProps {
  readonly entity: string;
  readonly changes: HistoryEntry['changes'];
  /** A new record has no old values. */
  readonly onlyNew?: boolean;
}

export function Changes({ entity, changes, onlyNew = false }: ChangesProps): ReactNode {
  const model = useModel();
  const { t } = useTranslation('record');
  // In the order in which the entity names its fields, whatever order the write had.
  const names = Object.keys(model.entity(entity)?.fields ?? {}).filter((name) => Object.hasOwn(changes, name));
  const shown = names.flatMap((name) => {
    const change = changes[name] ?? { old: null, new: null };
    const at = model.field(entity, name);
    const isNothing = onlyNew && isBlank(change.new);
    return at && !isNothing && !at.field.system ? [{ name, field: at.field, ...change }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <dl className={styles.changes}>
      {shown.map(({ name, field, old, new: current }) => (
        <div key={name}>
          <dt>{model.label(field.label, name)}</dt>
          <dd>
            {!onlyNew && (
              <>
                <span className={styles.old}>
                  <span className="visually-hidden">{t('from')} </span>
                  {value(name, field, old)}
                </span>
                <Icon name="arrow-right" size={12} />
                <span className="visually-hidden"> {t('to')} </span>
              </>
            )}
            <span>{value(name, field, current)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );

  function value(name: string, field: (typeof shown)[number]['field'], of: unknown): ReactNode {
    return isBlank(of) ? (
      <span className={styles.blank}>{t('blank')}</span>
    ) : (
      <Cell field={field} name={name} value={of} />
    );
  }
}
