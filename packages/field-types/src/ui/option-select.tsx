// Options of an option set to choose from, with their colours. Retired ones are offered only while they are the value; where
// options depend on a parent field, only those of its value.
import { useMemo, type ReactNode } from 'react';
import { Select } from 'antd';
import type { OptionValue } from '../contract.ts';
import { colorVar } from './chip.tsx';
import type { WidgetProps } from './contract.ts';
import styles from './field.module.css';
import { inputProps } from './input-props.ts';
import { useFieldScreen, type FieldScreen } from './screen.ts';
import { useOpenList } from './use-open-list.ts';

interface OptionSelectProps extends Omit<WidgetProps<unknown, unknown>, 'field' | 'value' | 'onChange' | 'name'> {
  readonly optionsOf: unknown;
  readonly values: readonly string[];
  onValues(values: readonly string[]): void;
  readonly multiple?: boolean;
  /** The value of the field that these options depend on; absent: they depend on none. */
  readonly parent?: unknown;
}

export function OptionSelect({
  optionsOf,
  values,
  onValues,
  multiple,
  parent,
  ...state
}: OptionSelectProps): ReactNode {
  const screen = useFieldScreen();
  const [open, setOpen] = useOpenList(state.autoFocus);
  const narrowed = state.offered;
  const options = useMemo(
    () => offered(screen, { optionsOf, values, parent, narrowed }),
    [screen, optionsOf, values, parent, narrowed],
  );
  const shared = {
    ...inputProps(state),
    options,
    allowClear: !state.required,
    open,
    onOpenChange: setOpen,
    showSearch: { optionFilterProp: 'text' },
    style: { width: '100%' },
    popupMatchSelectWidth: false,
    optionRender: ({ label }: { readonly label?: ReactNode }) => label,
  };
  if (multiple) {
    return (
      <Select<string[]> {...shared} mode="multiple" maxTagCount="responsive" value={[...values]} onChange={onValues} />
    );
  }
  const value = values[0];
  return (
    <Select<string | null>
      {...shared}
      value={value ?? null}
      onChange={(chosen) => onValues(chosen == null ? [] : [chosen])}
    />
  );
}

interface Offer {
  readonly optionsOf: unknown;
  readonly values: readonly string[];
  readonly parent: unknown;
  readonly narrowed: ReadonlySet<string> | null | undefined;
}

function offered(screen: FieldScreen, { optionsOf: of, values, parent, narrowed }: Offer) {
  const isOffered = (option: OptionValue): boolean =>
    values.includes(option.value) ||
    (option.active !== false &&
      (narrowed?.has(option.value) ?? true) &&
      (option.parent === undefined || parent === undefined || option.parent === parent));
  return screen
    .optionsOf(of)
    .filter(isOffered)
    .map((option) => {
      const text = screen.label(option.label);
      return { value: option.value, text, label: <Option text={text} color={option.color} /> };
    });
}

function Option({ text, color }: { readonly text: string; readonly color: string | undefined }): ReactNode {
  return (
    <span className={styles.option}>
      {color !== undefined && <span className={styles.dot} style={{ background: colorVar(color) }} />}
      {text}
    </span>
  );
}
