// The text of a value that people write in many ways, and back. The type itself reads and writes it, as it does for files and the
// clipboard; a text that cannot be read goes into the record as it is: the same check that refuses it on the server then says why.
import type { Normalized, TextContext } from '../contract.ts';
import type { WidgetProps } from './contract.ts';
import { useFieldScreen } from './screen.ts';
import { textContextOf } from './text-context.ts';

export interface TextType<Field, Wire> {
  parse(text: string, field: Field, context: TextContext): Normalized<Wire>;
  format(value: Wire, field: Field, context: TextContext): string;
}

interface ParsedTextOptions<Field, Wire> extends Pick<WidgetProps<Field, Wire>, 'field' | 'value' | 'onChange'> {
  readonly type: TextType<Field, Wire>;
  /** The text at rest; absent: the type's own. */
  shown?: ((value: Wire) => string) | undefined;
}

export interface ParsedText {
  readonly text: string;
  /** Nobody can make a value of it. */
  readonly isUnread: boolean;
  read(text: string): void;
}

export function useParsedText<Field extends object, Wire>(options: ParsedTextOptions<Field, Wire>): ParsedText {
  const { type, field, value, onChange, shown } = options;
  const context = textContextOf(useFieldScreen(), field);
  const isUnread = typeof value === 'string' && !type.parse(value, field, context).ok;
  return {
    isUnread,
    text: write(),
    read(text) {
      const parsed = type.parse(text, field, context);
      onChange(parsed.ok ? parsed.value : (text as Wire));
    },
  };

  function write(): string {
    if (value === null || value === undefined) return '';
    if (isUnread) return value;
    return shown ? shown(value) : type.format(value, field, context);
  }
}
