// Edits a family and a given name, in the order of the user’s language.
import type { ReactNode } from 'react';
import { Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { inputProps } from '../ui/input-props.ts';
import { useFieldScreen } from '../ui/screen.ts';
import { useDraft } from '../ui/pending-edits.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const personNameWidget: WidgetSide<FieldOf<'person_name'>, WireOf<'person_name'>> = { Widget: PersonNameWidget };

function PersonNameWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'person_name'>, WireOf<'person_name'>>): ReactNode {
  const { t } = useTranslation('fields');
  const { language } = useFieldScreen();
  const parts = language.startsWith('zh') ? familyFirst : [...familyFirst].reverse();
  return (
    <Space.Compact block>
      {parts.map((part, index) => (
        <Part
          key={part}
          text={value?.[part] ?? ''}
          label={t(`person_name_${part}`)}
          state={index === 0 ? state : { ...state, id: `${state.id}_${part}`, autoFocus: false }}
          onText={(text) => {
            const { full: _full, [part]: _old, ...others } = value ?? {};
            const changed = text.trim() === '' ? others : { ...others, [part]: text.trim() };
            onChange(Object.keys(changed).length === 0 ? null : changed);
          }}
        />
      ))}
    </Space.Compact>
  );
}

const familyFirst = ['family', 'given'] as const;

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
