// The fields of an entity: label, name, type, whether they are required, and by how many places they are used.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { Chip } from '@trellis/field-types/ui/chip';
import { isComputed } from '@trellis/metadata/value-field';
import { Icon } from '@trellis/ui/icon';
import { useComputedWords } from '../computed/use-computed-words.ts';
import { isNewField } from '../draft/draft.ts';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { typeIcon } from '../fields/type-icons.ts';
import { useTypeLabel } from '../fields/use-type-label.ts';
import styles from './browser.module.css';
import type { Use } from './uses.ts';

interface FieldsTableProps {
  readonly entity: string;
  readonly chosen: string | undefined;
  /** The one that has just been put into the draft: brought into sight. */
  readonly added: string | undefined;
  choose(field: string): void;
  uses(field: string): readonly Use[] | undefined;
}

export function FieldsTable({ entity: name, chosen, added, choose, uses }: FieldsTableProps): ReactNode {
  const { t } = useTranslation('designer');
  const { label } = useModel();
  const { model, published } = useDraftInHand();
  const typeLabel = useTypeLabel();
  const words = useComputedWords();
  const [withSystem, setWithSystem] = useState(false);
  const addedButton = useRef<HTMLButtonElement>(null);
  useEffect(() => addedButton.current?.focus(), [added]);
  const fields = Object.entries(model.entities[name]?.fields ?? {}).filter(
    ([, field]) => withSystem || field.system !== true,
  );
  return (
    <section className={styles.fields} aria-label={t('kinds_field')}>
      <header>
        <h2>{t('kinds_field')}</h2>
        <Checkbox checked={withSystem} onChange={(event) => setWithSystem(event.target.checked)}>
          {t('show_system_fields')}
        </Checkbox>
      </header>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('label')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('type')}</th>
              <th scope="col">{t('required')}</th>
              <th scope="col" data-align="end">
                {t('used_by')}
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map(([field, json]) => {
              const isNew = isNewField(published, name, field);
              return (
                <tr key={field} data-chosen={field === (chosen ?? added)} data-system={json.system === true}>
                  <th scope="row">
                    <button
                      type="button"
                      ref={field === added ? addedButton : null}
                      onClick={() => choose(field)}
                      disabled={json.system === true}
                    >
                      {label(json.label, field)}
                    </button>
                    {isNew && <Chip color="blue">{t('new')}</Chip>}
                    <code>{field}</code>
                    {json.computed && isComputed(json.computed) && <small>{words(name, json.computed)}</small>}
                  </th>
                  <td>
                    <code>{field}</code>
                  </td>
                  <td>
                    <span className={styles.type}>
                      <Icon name={typeIcon(json.computed?.type ?? json.type)} size={14} />
                      {[json.computed, json].flatMap((each) => (each ? [typeLabel(each.type)] : [])).join(' · ')}
                    </span>
                  </td>
                  <td>{requiredText(json.required)}</td>
                  <td data-align="end">{uses(field)?.length ?? ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );

  function requiredText(required: unknown): string {
    if (required === true) return t('yes');
    return required === undefined || required === false ? '' : t('by_condition');
  }
}
