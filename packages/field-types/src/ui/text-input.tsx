// An input whose text is the value, or is read as one when it is handed over: "1,280", "2h 30m", "138 0013 8000".
// A text that cannot be read stays as it was typed, for the form to say what is wrong with it.
import type { ComponentProps, ReactNode } from 'react';
import { Input } from 'antd';
import type { WidgetProps } from './contract.ts';
import { inputProps } from './input-props.ts';
import { useDraft } from './pending-edits.ts';

type AntdInput = ComponentProps<typeof Input>;

interface TextInputProps extends Omit<WidgetProps<unknown, unknown>, 'field' | 'value' | 'onChange' | 'name'> {
  readonly text: string;
  onText(text: string): void;
  readonly type?: AntdInput['type'];
  readonly inputMode?: AntdInput['inputMode'];
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  readonly maxLength?: number | undefined;
  readonly align?: 'end';
}

export function TextInput({
  text,
  onText,
  type,
  inputMode,
  prefix,
  suffix,
  maxLength,
  align,
  ...state
}: TextInputProps): ReactNode {
  const draft = useDraft(text, onText);
  return (
    <Input
      {...inputProps(state)}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
      onPressEnter={draft.commit}
      autoComplete="off"
      {...(type && { type })}
      {...(inputMode && { inputMode })}
      {...(prefix !== undefined && { prefix })}
      {...(suffix !== undefined && { suffix })}
      {...(maxLength !== undefined && { maxLength })}
      {...(align && { styles: { input: { textAlign: align, fontVariantNumeric: 'tabular-nums' } } })}
    />
  );
}
