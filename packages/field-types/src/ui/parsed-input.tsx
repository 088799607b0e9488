// An input for values that people write in many ways; what cannot be read stays as it was typed.
import type { ReactNode } from 'react';
import type { WidgetProps } from './contract.ts';
import { useParsedText, type TextType } from './parsed-text.ts';
import { TextInput } from './text-input.tsx';

interface ParsedInputProps<Field, Wire> extends WidgetProps<Field, Wire> {
  readonly type: TextType<Field, Wire>;
  /** The text at rest; absent: the type's own. */
  shown?(value: Wire): string;
  readonly inputMode?: 'decimal' | 'numeric' | 'tel' | 'url';
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  readonly align?: 'end';
}

export function ParsedInput<Field extends object, Wire>(props: ParsedInputProps<Field, Wire>): ReactNode {
  const { field, name: _name, value, onChange, type, shown, inputMode, prefix, suffix, align, ...state } = props;
  const { text, read } = useParsedText({ type, field, value, onChange, shown });
  return (
    <TextInput
      {...state}
      text={text}
      onText={read}
      {...(inputMode && { inputMode })}
      {...(prefix !== undefined && { prefix })}
      {...(suffix !== undefined && { suffix })}
      {...(align && { align })}
    />
  );
}
