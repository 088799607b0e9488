// Edits the parts of an address, in the order in which the user’s language writes them.
import type { ReactNode } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../ui/field.module.css';
import { inputProps } from '../ui/input-props.ts';
import { useFieldScreen } from '../ui/screen.ts';
import { useDraft } from '../ui/pending-edits.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const addressWidget: WidgetSide<FieldOf<'address'>, WireOf<'address'>> = { Widget: AddressWidget, wide: true };

function AddressWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'address'>, WireOf<'address'>>): ReactNode {
  const { t } = useTranslation('fields');
  const { language } = useFieldScreen();
  const parts = language.startsWith('zh') ? widestFirst : [...widestFirst].reverse();
  return (
    <div role="group" aria-label={state.label} className={styles.group}>
      {parts.map((part, index) => (
        <Part
          key={part}
          text={value?.[part] ?? ''}
          label={t(`address_${part}`)}
          state={index === 0 ? state : { ...state, id: `${state.id}_${part}`, autoFocus: false }}
          onText={(text) => {
            const { [part]: _old, ...others } = value ?? {};
            const changed = text.trim() === '' ? others : { ...others, [part]: text.trim() };
            onChange(Object.keys(changed).length === 0 ? null : changed);
          }}
        />
      ))}
    </div>
  );
}

const widestFirst = ['country', 'province', 'city', 'district', 'street', 'postal_code'] as const;

interface PartProps {
  readonly text: string;
  readonly label: string;
  readonly state: Parameters<typeof inputProps>[0];
  onText(text: string): void;
}

function Part({ text, label, state, onText }: PartProps): ReactNode {
  const draft = useDraft(text, onText);
  return (
    <Input
      {...inputProps({ ...state, label, placeholder: label })}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
      autoComplete="off"
    />
  );
}
