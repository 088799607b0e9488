// An input for values that people write in many ways. The type itself reads and writes the text, as it does for files and the
// clipboard; what cannot be read stays as it was typed.
import type { ReactNode } from 'react';
import type { Normalized, TextContext } from '../contract.ts';
import type { WidgetProps } from './contract.ts';
import { useFieldScreen } from './screen.ts';
import { textContextOf } from './text-context.ts';
import { TextInput } from './text-input.tsx';

interface ParsedInputProps<Field, Wire> extends WidgetProps<Field, Wire> {
  readonly type: {
    parse(text: string, field: Field, context: TextContext): Normalized<Wire>;
    format(value: Wire, field: Field, context: TextContext): string;
  };
  /** The text at rest; absent: the type's own. */
  shown?(value: Wire): string;
  readonly inputMode?: 'decimal' | 'numeric' | 'tel';
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  readonly align?: 'end';
}

export function ParsedInput<Field extends object, Wire>(props: ParsedInputProps<Field, Wire>): ReactNode {
  const { field, name: _name, value, onChange, type, shown, inputMode, prefix, suffix, align, ...state } = props;
  const context = textContextOf(useFieldScreen(), field);

  const read = (text: string): void => {
    const parsed = type.parse(text, field, context);
    // A refused text goes into the record as it is: the same check that refuses it on the server then says why.
    onChange(parsed.ok ? parsed.value : (text as Wire));
  };
  const write = (): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string' && !type.parse(value, field, context).ok) return value;
    return shown ? shown(value) : type.format(value, field, context);
  };

  return (
    <TextInput
      {...state}
      text={write()}
      onText={read}
      {...(inputMode && { inputMode })}
      {...(prefix !== undefined && { prefix })}
      {...(suffix !== undefined && { suffix })}
      {...(align && { align })}
    />
  );
}
