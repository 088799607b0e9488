// One value of a record with its label; blank ones show a dash, so that the eye finds what is missing.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { isBlank } from '@trellis/field-types/ui';
import { widgetOf } from '@trellis/field-types/widgets';
import { Icon } from '@trellis/ui/icon';
import type { FormField } from '../form/form-definition.ts';
import styles from './details.module.css';
import type { Edit } from './edit.ts';
import { InlineEditor } from './inline-editor.tsx';
import { RecordValue } from './record-value.tsx';

interface DetailFieldProps {
  readonly entity: string;
  readonly record: RecordRow;
  readonly field: FormField;
  readonly canEdit: boolean;
  readonly required: boolean;
  readonly editing: boolean;
  begin(): void;
  end(): void;
  readonly editForm: Edit;
}

export function DetailField(props: DetailFieldProps): ReactNode {
  const { entity, record, field, editing, begin } = props;
  const { t } = useTranslation('record');
  const value = record[field.name];
  const { wide: isWide = false, showsOnly = false } = widgetOf(field.field);
  const canEdit = props.canEdit && !showsOnly;
  return (
    <div
      className={styles.field}
      data-wide={isWide}
      data-headed={field.isHeaded}
      onDoubleClick={() => canEdit && !editing && begin()}
    >
      <dt>{field.label}</dt>
      <dd>
        {editing ? (
          <InlineEditor {...props} />
        ) : (
          <>
            {isBlank(value) ? (
              <span className={styles.blank}>—</span>
            ) : (
              <RecordValue entity={entity} record={record} path={field.name} columns={field.columns} density="full" />
            )}
            {canEdit && (
              <button
                type="button"
                className={styles.pencil}
                aria-label={t('edit_field', { field: field.label })}
                onClick={begin}
              >
                <Icon name="pencil" size={13} />
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}
