// Finding a field by typing: the record's own and, one step further, those of the records that it leads to.
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedField } from '@trellis/client/metadata';
import { Icon } from '@trellis/ui/icon';
import { pathLabel } from '../list/columns.ts';
import { leadsOn } from '../list/list-request.ts';
import { useModel, type Model } from '../model.ts';
import styles from './field-list.module.css';

interface FieldListProps {
  readonly entity: string;
  /** Which fields are offered. */
  accepts(field: PublishedField): boolean;
  onPick(path: string): void;
}

interface OfferedField {
  readonly path: string;
  readonly label: string;
  readonly from: string;
}

export function FieldList({ entity, accepts, onPick }: FieldListProps): ReactNode {
  const { t } = useTranslation('filter');
  const model = useModel();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = search(offeredFields(model, entity, accepts), text);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + found.length) % Math.max(found.length, 1));
    }
    const chosen = found[active];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // The form that takes this list's place would take the key for its own.
    event.preventDefault();
    if (chosen) onPick(chosen.path);
  };
  return (
    <div className={styles.fields} onKeyDown={onKeyDown}>
      <input
        type="text"
        className={styles.search}
        value={text}
        placeholder={t('find_field')}
        aria-label={t('find_field')}
        role="combobox"
        aria-expanded
        aria-controls="offered-fields"
        aria-activedescendant={found[active] && `offered-${found[active].path}`}
        autoFocus
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
      />
      <div role="listbox" id="offered-fields" aria-label={t('choose_field')} className={styles.list}>
        {found.map((field, index) => (
          <div
            key={field.path}
            id={`offered-${field.path}`}
            role="option"
            aria-selected={index === active}
            className={styles.field}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerMove={() => setActive(index)}
            onClick={() => onPick(field.path)}
          >
            {field.from && (
              <span className={styles.from}>
                {field.from}
                <Icon name="chevron-right" size={12} />
              </span>
            )}
            <span>{field.label}</span>
          </div>
        ))}
        {found.length === 0 && <p className={styles.nothing}>{t('no_such_field')}</p>}
      </div>
    </div>
  );
}

function offeredFields(model: Model, entity: string, accepts: FieldListProps['accepts']): readonly OfferedField[] {
  const own = fieldsOf(model, entity, accepts);
  const related = Object.keys(model.entity(entity)?.fields ?? {}).flatMap((name) => {
    const target = leadsOn(model, entity, name);
    if (target === undefined) return [];
    const from = pathLabel(model, entity, name);
    return fieldsOf(model, target, accepts).map((field) => ({ ...field, path: `${name}.${field.path}`, from }));
  });
  return [...own, ...related];
}

function fieldsOf(model: Model, entity: string, accepts: FieldListProps['accepts']): readonly OfferedField[] {
  return Object.entries(model.entity(entity)?.fields ?? {})
    .filter(([name, field]) => accepts(field) && !['id', 'version', 'deleted_at'].includes(name))
    .map(([path, field]) => ({ path, label: model.label(field.label, path), from: '' }));
}

/** Related fields would drown the own ones: they come with typing. */
function search(fields: readonly OfferedField[], text: string): readonly OfferedField[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return fields.filter(({ from }) => from === '');
  return fields.filter(({ label, from, path }) => {
    const all = `${from} ${label} ${path}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
