// Somebody else saved the record meanwhile: shows the fields that both changed, mine and theirs side by side, and lets each be chosen.
import { useState, type ReactNode } from 'react';
import { Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { Cell } from '@trellis/field-types/ui';
import { useFormScope } from './form-context.ts';
import styles from './form.module.css';
import { isSameValue } from './same-value.ts';

interface StaleDialogProps {
  readonly current: RecordRow;
  resolve(theirs: readonly string[]): void;
  cancel(): void;
}

export function StaleDialog({ current, resolve, cancel }: StaleDialogProps): ReactNode {
  const { t } = useTranslation('forms');
  const { definition, store } = useFormScope();
  const mine = store.values();
  const both = Object.keys(store.changes()).filter(
    (name) => !isSameValue(current[name], store.base()[name]) && !isSameValue(current[name], mine[name]),
  );
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (name: string, isTheirs: boolean): void => {
    const others = [...theirs].filter((other) => other !== name);
    setTheirs(new Set(isTheirs ? [...others, name] : others));
  };
  return (
    <Modal
      open
      title={t('stale_title')}
      okText={t('stale_save')}
      cancelText={t('cancel')}
      onOk={() => resolve([...theirs])}
      onCancel={cancel}
      width={640}
    >
      <p>{both.length > 0 ? t('stale_both', { count: both.length }) : t('stale_none')}</p>
      {both.length > 0 && (
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">{t('stale_field')}</th>
              <th scope="col">{t('stale_mine')}</th>
              <th scope="col">{t('stale_theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {both.map((name) => {
              const field = definition.fields.get(name);
              if (!field) return null;
              const side = (isTheirs: boolean, value: unknown): ReactNode => (
                <td>
                  <Radio
                    checked={theirs.has(name) === isTheirs}
                    onChange={() => choose(name, isTheirs)}
                    name={`stale_${name}_${isTheirs}`}
                  >
                    <Cell field={field.field} name={name} value={value} density="full" /> {value == null && t('blank')}
                  </Radio>
                </td>
              );
              return (
                <tr key={name}>
                  <th scope="row">{field.label}</th>
                  {side(false, mine[name])}
                  {side(true, current[name])}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Modal>
  );
}
