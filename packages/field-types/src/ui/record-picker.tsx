// Finds a record while its name is typed: the ones used last come first, then what the server finds, then "create".
import { useState, type ReactNode } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import type { WidgetProps } from './contract.ts';
import styles from './field.module.css';
import { inputProps } from './input-props.ts';
import { useFieldScreen, type FoundRecord, type Reference } from './screen.ts';
import { useFoundRecords } from './use-found-records.ts';
import { useOpenList } from './use-open-list.ts';

interface RecordPickerProps extends Omit<WidgetProps<unknown, unknown>, 'field' | 'value' | 'onChange' | 'name'> {
  readonly entity: string;
  readonly values: readonly Reference[];
  onValues(values: readonly Reference[]): void;
  readonly multiple?: boolean;
  /** Which records may be chosen. */
  readonly filter?: unknown;
}

interface Choice {
  readonly value: string;
  readonly label: ReactNode;
}

const createValue = '+';

export function RecordPicker({ entity, values, onValues, multiple, filter, ...state }: RecordPickerProps): ReactNode {
  const { t } = useTranslation('fields');
  const screen = useFieldScreen();
  const [open, setOpen] = useOpenList(state.autoFocus);
  const [text, setText] = useState('');
  const { found, searching, failed } = useFoundRecords({ entity, text, filter, record: state.record }, open);
  const { one } = screen.entityLabel(entity);

  const choose = async (ids: readonly string[]): Promise<void> => {
    const picked: Reference[] = [];
    for (const id of ids) {
      const reference =
        id === createValue
          ? await screen.records.create(entity, text.trim())
          : (values.find((value) => value.id === id) ?? found.find((record) => record.id === id));
      if (reference) {
        picked.push({ id: reference.id, title: reference.title });
        screen.records.remember(entity, reference);
      }
    }
    setText('');
    onValues(picked);
  };
  const options = [
    ...found.map((record) => ({ value: record.id, title: record.title, label: <Found record={record} /> })),
    // What could not be looked up may exist already.
    ...(screen.records.canCreate(entity) && !failed
      ? [{ value: createValue, title: '', label: createLabel(t('create', { one }), text) }]
      : []),
  ];
  const shared = {
    ...inputProps(state),
    options,
    open,
    onOpenChange: setOpen,
    showSearch: { filterOption: false, searchValue: text, onSearch: setText },
    labelInValue: true as const,
    labelRender: ({ value }: { readonly value?: unknown }) =>
      values.find((reference) => reference.id === value)?.title ?? one,
    notFoundContent: searching ? t('searching') : failed ? t('not_looked_up') : t('nothing_found'),
    loading: searching,
    suffixIcon: <Icon name="search" size={14} />,
    style: { width: '100%' },
    placeholder: state.placeholder ?? t('find', { one }),
  };
  const chosen = values.map((value): Choice => ({ value: value.id, label: value.title }));
  return multiple ? (
    <Select<Choice[]>
      {...shared}
      mode="multiple"
      value={chosen}
      onChange={(picked) => void choose(picked.map((choice) => choice.value))}
    />
  ) : (
    <Select<Choice | null>
      {...shared}
      allowClear={!state.required}
      value={chosen[0] ?? null}
      onChange={(picked) => void choose(picked ? [picked.value] : [])}
    />
  );
}

function Found({ record }: { readonly record: FoundRecord }): ReactNode {
  return (
    <span className={styles.found}>
      {record.title}
      {record.subtitle && <small>{record.subtitle}</small>}
    </span>
  );
}

function createLabel(label: string, text: string): string {
  return text.trim() ? `${label} “${text.trim()}”` : label;
}
