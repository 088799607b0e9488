// A text of several lines that grows with what is typed.
import type { ReactNode } from 'react';
import { Input } from 'antd';
import type { WidgetProps } from './contract.ts';
import { inputProps } from './input-props.ts';
import { useDraft } from './pending-edits.ts';

interface TextAreaProps extends Omit<WidgetProps<unknown, unknown>, 'field' | 'value' | 'onChange' | 'name'> {
  readonly text: string;
  onText(text: string): void;
  readonly minRows?: number;
  readonly maxLength?: number | undefined;
}

export function TextArea({ text, onText, minRows = 3, maxLength, ...state }: TextAreaProps): ReactNode {
  const draft = useDraft(text, onText);
  return (
    <Input.TextArea
      {...inputProps(state)}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
      autoSize={{ minRows, maxRows: 14 }}
      {...(maxLength !== undefined && { maxLength })}
    />
  );
}
