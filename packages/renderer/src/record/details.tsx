// A form in read mode: its sections with labels and values. A double click, or the pencil, edits one value where it stands.
import { useMemo, useState, type ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { contextOf } from '../conditions/compile.ts';
import { scalarRecord } from '../conditions/scalar-record.ts';
import { compileRules } from '../form/form-rules.ts';
import { useFormDefinition } from '../form/use-form-definition.ts';
import { useModel } from '../model.ts';
import { DetailField } from './detail-field.tsx';
import styles from './details.module.css';
import type { Edit } from './edit.ts';

interface DetailsProps {
  readonly entity: string;
  readonly record: RecordRow;
  readonly form: string | undefined;
  readonly edit: Edit;
}

export function Details({ entity, record, form, edit }: DetailsProps): ReactNode {
  const model = useModel();
  const { loaded, error, refetch } = useFormDefinition(entity, form);
  const [editing, setEditing] = useState<string | null>(null);
  const definition = loaded?.definition;
  const rules = useMemo(() => definition && compileRules(definition, model), [definition, model]);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!loaded || !definition || !rules) return <Skeleton lines={8} height={16} gap={18} />;
  const scalar = scalarRecord(model.entity(entity), record);
  const surroundings = { me: model.me, timeZone: model.timeZone, now: new Date() };
  const ruled = rules(contextOf(scalar, surroundings, scalar));
  return (
    <div className={styles.details}>
      {definition.sections
        .filter((section) => ruled.sections.has(section.key))
        .map((section) => (
          <section key={section.key} className={styles.section} aria-label={section.label || undefined}>
            {section.label && <h3>{section.label}</h3>}
            <dl className={styles.grid} data-columns={Math.min(section.columns, 2)}>
              {section.fields.map((name) => {
                const field = definition.fields.get(name);
                const rule = ruled.fields.get(name);
                if (!field || !rule?.visible) return null;
                const canEdit = !rule.readOnly && model.can('update', entity, record, name);
                return (
                  <DetailField
                    key={name}
                    {...{ entity, record, field, canEdit }}
                    required={rule.required}
                    editing={editing === name}
                    begin={() => setEditing(name)}
                    end={() => setEditing(null)}
                    editForm={edit}
                  />
                );
              })}
            </dl>
          </section>
        ))}
    </div>
  );
}
