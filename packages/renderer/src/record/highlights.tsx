// The key figures of a record, under its title.
import type { ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import { Cell, isBlank } from '@trellis/field-types/ui';
import { valueAt } from '../lookup/record-source.ts';
import { useModel } from '../model.ts';
import styles from './record-page.module.css';

interface HighlightsProps {
  readonly entity: string;
  readonly record: RecordRow;
  readonly paths: readonly string[];
}

export function Highlights({ entity, record, paths }: HighlightsProps): ReactNode {
  const model = useModel();
  return (
    <dl className={styles.highlights}>
      {paths.map((path) => {
        const at = model.field(entity, path);
        if (!at) return null;
        const value = valueAt(record, path);
        return (
          <div key={path}>
            <dt>{model.fieldLabel(entity, path)}</dt>
            <dd>
              {isBlank(value) ? (
                <span className={styles.blank}>—</span>
              ) : (
                <Cell field={at.field} name={at.name} value={value} record={record} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
