// How the rows below a record look: their number in lists, a table of them in read mode.
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';
import { useFieldScreen } from '../ui/screen.ts';
import { useRoom } from '../ui/use-room.ts';
import styles from './child-table.module.css';
import { columnsOf, columnsThatSay } from './columns.ui.ts';

export const childTableCell: CellSide<FieldOf<'child_table'>, WireOf<'child_table'>> = {
  Cell: ChildTableCell,
  align: 'start',
  width: 100,
};

/** In pixels; what is only read may be scrolled, as long as two or three columns are in sight. */
const readableWidth = 480;

type Props = CellProps<FieldOf<'child_table'>, WireOf<'child_table'>>;

function ChildTableCell(props: Props): ReactNode {
  const { t } = useTranslation('fields');
  if (props.density === 'full' && props.nested) return <Rows {...props} />;
  return (
    <Line density={props.density} look="quiet">
      {t('rows', { count: props.value.length })}
    </Line>
  );
}

function Rows({ field, value, nested, columns: chosen }: Props): ReactNode {
  const screen = useFieldScreen();
  const columns = columnsThatSay(columnsOf(screen, field, chosen), value);
  const frame = useRef<HTMLDivElement>(null);
  const fits = useRoom(frame, readableWidth);
  if (!nested) return null;
  return (
    <div ref={frame} className={styles.scroll}>
      <table className={`${styles.table} ${styles.read} ${fits ? '' : styles.stacked}`}>
        <thead>
          <tr>
            {columns.map(({ name, field: column }) => (
              <th key={name} scope="col" data-align={nested.cellOf(column).align}>
                {screen.label(column.label, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row, index) => (
            <tr key={typeof row['id'] === 'string' ? row['id'] : index}>
              {columns.map(({ name, field: column }) => (
                <td key={name} data-align={nested.cellOf(column).align} data-label={screen.label(column.label, name)}>
                  <nested.Cell field={column} name={name} value={row[name]} record={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
