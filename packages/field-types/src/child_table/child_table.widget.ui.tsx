// Rows below a record, edited in a table: a cell is a widget, rows can be pasted from a spreadsheet. Where there is no room for the
// columns each row is a card.
import { memo, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import type { FieldOf, NestedWidgets, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';
import { useFieldScreen } from '../ui/screen.ts';
import { useRoom } from '../ui/use-room.ts';
import styles from './child-table.module.css';
import { pastedRows } from './pasted-rows.ui.ts';
import { columnsOf, neededWidth, type ChildColumn } from './columns.ui.ts';

export const childTableWidget: WidgetSide<FieldOf<'child_table'>, WireOf<'child_table'>> = {
  Widget: ChildTableWidget,
  wide: true,
};

type Props = WidgetProps<FieldOf<'child_table'>, WireOf<'child_table'>>;
type Row = Readonly<Record<string, unknown>>;

function ChildTableWidget({
  field,
  value,
  onChange,
  readOnly,
  id,
  columns: chosen,
  nested,
  ...state
}: Props): ReactNode {
  const { t } = useTranslation('fields');
  const screen = useFieldScreen();
  const columns = useMemo(() => columnsOf(screen, field, chosen), [screen, field, chosen]);
  const frame = useRef<HTMLDivElement>(null);
  const fits = useRoom(frame, neededWidth(columns));
  const rows = value ?? [];
  const change = useRowChanges({ rows, columns, onChange });
  return (
    <div ref={frame} id={id} role="group" aria-label={state.label} aria-describedby={state.describedBy} tabIndex={-1}>
      <table className={`${styles.table} ${fits ? '' : styles.stacked}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-required={column.required || undefined}>
                {screen.label(column.field.label, column.name)}
              </th>
            ))}
            <th className={styles.remove}>
              <span className="visually-hidden">{t('remove_row')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <ChildRow
              key={typeof row['id'] === 'string' ? row['id'] : `new-${index}`}
              {...{ row, index, columns, nested, readOnly, change }}
              entity={field.entity}
              rowId={`${id}_${index}`}
              errors={state.rowErrors?.[index]}
            />
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <Button type="dashed" size="small" icon={<Icon name="plus" size={14} />} onClick={change.add}>
          {t('add_row')}
        </Button>
      )}
    </div>
  );
}

interface RowChanges {
  set(index: number, values: Row): void;
  add(): void;
  remove(index: number): void;
  /** Whether the text holds rows. */
  paste(index: number, column: number, text: string): boolean;
}

interface Rows {
  readonly rows: readonly Row[];
  readonly columns: readonly ChildColumn[];
  onChange(rows: readonly Row[] | null): void;
}

/** The same for as long as the table stands, so that a key in one row renders that row alone. */
function useRowChanges(shown: Rows): RowChanges {
  const screen = useFieldScreen();
  const now = useRef(shown);
  useLayoutEffect(() => {
    now.current = shown;
  });
  return useMemo(() => {
    const put = (rows: readonly Row[]): void => {
      // What else changes at the same moment, such as a companion, changes these.
      now.current = { ...now.current, rows };
      now.current.onChange(rows.length === 0 ? null : rows);
    };
    return {
      set: (index, values) => put(now.current.rows.map((row, at) => (at === index ? { ...row, ...values } : row))),
      add: () => put([...now.current.rows, {}]),
      remove: (index) => put(now.current.rows.filter((_, at) => at !== index)),
      paste(index, column, text) {
        const { rows, columns } = now.current;
        const pasted = pastedRows(text, columns.slice(column), screen);
        if (pasted.length === 0) return false;
        const merged = pasted.map((values, at) => ({ ...rows[index + at], ...values }));
        put([...rows.slice(0, index), ...merged, ...rows.slice(index + merged.length)]);
        return true;
      },
    };
  }, [screen]);
}

interface ChildRowProps {
  readonly entity: string;
  readonly row: Row;
  readonly index: number;
  readonly rowId: string;
  readonly columns: readonly ChildColumn[];
  readonly nested: NestedWidgets | undefined;
  readonly readOnly: boolean | undefined;
  readonly errors: Readonly<Record<string, string>> | undefined;
  readonly change: RowChanges;
}

const ChildRow = memo(function ChildRow(props: ChildRowProps): ReactNode {
  const { row, columns, nested, readOnly, errors, rowId, index, change } = props;
  const { t } = useTranslation('fields');
  const screen = useFieldScreen();
  if (!nested) return null;
  return (
    <tr>
      {columns.map(({ name, field, required, readOnly: fixed }, at) => {
        const label = screen.label(field.label, name);
        const errorId = `${rowId}_${name}_error`;
        const message = errors?.[name];
        return (
          <td
            key={name}
            data-label={label}
            data-required={required || undefined}
            onPaste={(event) => {
              if (change.paste(index, at, event.clipboardData.getData('text'))) event.preventDefault();
            }}
          >
            {readOnly || fixed ? (
              <nested.Cell field={field} name={name} value={row[name]} record={row} />
            ) : (
              <nested.Widget
                {...{ field, name, required }}
                entity={props.entity}
                id={`${rowId}_${name}`}
                label={t('cell_label', { label, row: index + 1 })}
                value={row[name] ?? null}
                record={row}
                onChange={(value) => change.set(index, { [name]: value })}
                onCompanion={(companion, value) => change.set(index, { [companion]: value })}
                invalid={message !== undefined}
                describedBy={message === undefined ? undefined : errorId}
              />
            )}
            {message !== undefined && (
              <span id={errorId} className={styles.error}>
                {message}
              </span>
            )}
          </td>
        );
      })}
      <td className={styles.remove}>
        {!readOnly && (
          <Button
            type="text"
            size="small"
            aria-label={t('remove_row_number', { row: index + 1 })}
            icon={<Icon name="x" size={14} />}
            onClick={() => change.remove(index)}
          />
        )}
      </td>
    </tr>
  );
});
