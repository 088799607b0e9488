// Rows below a record, edited in a table: a cell is a widget, rows can be pasted from a spreadsheet. Where there is no room for the
// columns each row is a card.
import { useRef, type ReactNode } from 'react';
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
  const columns = columnsOf(screen, field, chosen);
  const frame = useRef<HTMLDivElement>(null);
  const fits = useRoom(frame, neededWidth(columns));
  const rows = value ?? [];
  const put = (changed: readonly Row[]): void => onChange(changed.length === 0 ? null : changed);
  const change = (index: number, values: Row): void =>
    put(rows.map((row, at) => (at === index ? { ...row, ...values } : row)));

  const paste = (index: number, column: number, text: string): boolean => {
    const pasted = pastedRows(text, columns.slice(column), screen);
    if (pasted.length === 0) return false;
    const merged = pasted.map((values, at) => ({ ...rows[index + at], ...values }));
    put([...rows.slice(0, index), ...merged, ...rows.slice(index + merged.length)]);
    return true;
  };
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
              {...{ row, index, columns, nested, readOnly }}
              entity={field.entity}
              rowId={`${id}_${index}`}
              errors={state.rowErrors?.[index]}
              change={(values) => change(index, values)}
              remove={() => put(rows.filter((_, at) => at !== index))}
              paste={(column, text) => paste(index, column, text)}
            />
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <Button type="dashed" size="small" icon={<Icon name="plus" size={14} />} onClick={() => put([...rows, {}])}>
          {t('add_row')}
        </Button>
      )}
    </div>
  );
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
  change(values: Row): void;
  remove(): void;
  paste(column: number, text: string): boolean;
}

function ChildRow(props: ChildRowProps): ReactNode {
  const { row, columns, nested, readOnly, errors, rowId, index } = props;
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
              if (props.paste(at, event.clipboardData.getData('text'))) event.preventDefault();
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
                onChange={(value) => props.change({ [name]: value })}
                onCompanion={(companion, value) => props.change({ [companion]: value })}
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
            onClick={props.remove}
          />
        )}
      </td>
    </tr>
  );
}
