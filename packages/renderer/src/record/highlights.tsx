// The key figures of a record, under its title.
import type { ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import { isBlank } from '@trellis/field-types/ui';
import { valueAt } from '../lookup/record-source.ts';
import { useModel } from '../model.ts';
import styles from './record-page.module.css';
import { RecordValue } from './record-value.tsx';

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
        if (!model.field(entity, path)) return null;
        return (
          <div key={path}>
            <dt>{model.fieldLabel(entity, path)}</dt>
            <dd>
              {isBlank(valueAt(record, path)) ? (
                <span className={styles.blank}>—</span>
              ) : (
                <RecordValue entity={entity} record={record} path={path} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
