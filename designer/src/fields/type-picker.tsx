// The field types to choose from, by what they are about; a word finds one.
import { useState, type ReactNode } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldGroup } from '@trellis/field-types/contract';
import { fieldTypes, type FieldTypeName } from '@trellis/field-types/registry';
import { useModel } from '@trellis/renderer/model';
import { Icon } from '@trellis/ui/icon';
import styles from './fields.module.css';
import { typeIcon } from './type-icons.ts';

const groups: readonly FieldGroup[] = [
  'text',
  'number',
  'choice',
  'time',
  'relation',
  'people',
  'file',
  'computed',
  'other',
];

export function TypePicker({ choose }: { choose(type: FieldTypeName): void }): ReactNode {
  const { t } = useTranslation('designer');
  const { label } = useModel();
  const [words, setWords] = useState('');
  const found = Object.values(fieldTypes).filter((type) =>
    `${type.name} ${label(type.label)}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <div className={styles.picker}>
      <h2>{t('choose_type')}</h2>
      <Input
        autoFocus
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={() => found[0] && choose(found[0].name)}
        prefix={<Icon name="search" size={14} />}
        placeholder={t('find_type')}
        aria-label={t('find_type')}
      />
      {groups.map((group) => {
        const types = found.filter((type) => type.group === group);
        if (types.length === 0) return null;
        return (
          <section key={group}>
            <h3>{t(`group_${group}`)}</h3>
            <ul>
              {types.map((type) => (
                <li key={type.name}>
                  <button type="button" onClick={() => choose(type.name)}>
                    <Icon name={typeIcon(type.name)} size={16} />
                    {label(type.label)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
