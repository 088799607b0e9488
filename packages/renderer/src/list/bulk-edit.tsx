// One field of many records: which one, and the value that all of them get.
import { useId, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isBlank } from '@trellis/field-types/ui';
import { Widget } from '@trellis/field-types/widgets';
import { FieldList } from '../filter/field-list.tsx';
import { plainField } from '../filter/asked-field.ts';
import { useModel } from '../model.ts';
import { typeOf } from './field-facts.ts';
import styles from './bulk-edit.module.css';

interface BulkEditProps {
  readonly entity: string;
  onChange(field: string, value: unknown): void;
}

export function BulkEdit({ entity, onChange }: BulkEditProps): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const id = useId();
  const [path, setPath] = useState<string>();
  const [value, setValue] = useState<unknown>(null);
  const field = path === undefined ? undefined : model.field(entity, path)?.field;
  if (path === undefined || !field) {
    const editable = Object.entries(model.entity(entity)?.fields ?? {}).filter(([name, one]) => {
      const type = typeOf(one);
      return (
        type &&
        !type.generated &&
        type.group !== 'file' &&
        one.read_only !== true &&
        !one.unique &&
        model.can('update', entity, undefined, name)
      );
    });
    const offered = new Set(editable.map(([, one]) => one));
    return <FieldList entity={entity} accepts={(one) => offered.has(one)} onPick={setPath} />;
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(path, value);
      }}
    >
      <label htmlFor={id} className={styles.label}>
        {model.fieldLabel(entity, path)}
      </label>
      <Widget id={id} field={plainField(field)} name={path} value={value} onChange={setValue} autoFocus />
      <Button type="primary" htmlType="submit" disabled={isBlank(value)} className={styles.save ?? ''}>
        {t('bulk_edit_save')}
      </Button>
    </form>
  );
}
