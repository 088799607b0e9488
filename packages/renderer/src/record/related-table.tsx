// The rows of a related list. A click on a title shows that record in a drawer, so that this page stays where it is; with a
// modifier key the link opens it elsewhere.
import type { ReactNode } from 'react';
import { cellOf } from '@trellis/field-types/ui';
import type { RecordRow } from '@trellis/client/wire';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import { usePeek } from './peek-context.ts';
import { RecordValue } from './record-value.tsx';
import styles from './related-list.module.css';

interface RelatedTableProps {
  readonly entity: string;
  readonly columns: readonly string[];
  readonly rows: readonly RecordRow[];
}

export function RelatedTable({ entity, columns, rows }: RelatedTableProps): ReactNode {
  const model = useModel();
  const navigation = useNavigation();
  const peek = usePeek();
  const title = model.entity(entity)?.title ?? 'id';
  const others = columns.filter((path) => path !== title);
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>
            <th scope="col">{model.fieldLabel(entity, title)}</th>
            {others.map((path) => (
              <th key={path} scope="col" data-align={alignOf(path)}>
                {model.fieldLabel(entity, path)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={navigation.hrefOf({ to: 'record', entity, id: row.id })} onClick={peek.onLink(entity, row.id)}>
                  {model.title(entity, row) || model.one(entity)}
                </a>
              </th>
              {others.map((path) => (
                <td key={path} data-align={alignOf(path)}>
                  <RecordValue entity={entity} record={row} path={path} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function alignOf(path: string): 'start' | 'end' {
    const at = model.field(entity, path);
    return at ? cellOf(at.field).align : 'start';
  }
}
