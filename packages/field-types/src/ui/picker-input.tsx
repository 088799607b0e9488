// The input inside a calendar or clock. The picker would rewrite a date as soon as its beginning is one ("2026/12/3" of
// "2026/12/31"), and forget what it cannot read; here the text stays as it is typed until it is left, and the field's type reads it.
import { createContext, use, type ComponentProps, type ReactNode } from 'react';
// The names of months and days: dayjs knows a language once it is imported.
import 'dayjs/locale/zh-cn';
import type { WidgetProps } from './contract.ts';
import { useParsedText, type TextType } from './parsed-text.ts';
import { useDraft, type Draft } from './pending-edits.ts';

interface TypedText {
  readonly draft: Draft;
  /** Shown instead of the picker's own text. */
  readonly unread: string | null;
}

const TypedTextContext = createContext<TypedText | null>(null);

interface PickerTextOptions<Field> extends Pick<WidgetProps<Field, string>, 'field' | 'value' | 'onChange'> {
  readonly type: TextType<Field, string>;
}

interface PickerText {
  /** Null where the picker has nothing to point to. */
  readonly value: string | null;
  /** Around the picker, whose `components` are `pickerComponents`. */
  provide(picker: ReactNode): ReactNode;
  /** What the picker was used to choose; replaces what is typed. */
  choose(value: string | null): void;
}

export function usePickerText<Field extends object>(options: PickerTextOptions<Field>): PickerText {
  const { text, isUnread, read } = useParsedText(options);
  const draft = useDraft(text, read);
  return {
    value: isUnread ? null : options.value,
    provide: (picker) => (
      <TypedTextContext value={{ draft, unread: isUnread ? text : null }}>{picker}</TypedTextContext>
    ),
    choose(value) {
      draft.drop();
      options.onChange(value);
    },
  };
}

function PickerInput({ value, onKeyDown, onBlur, ...input }: ComponentProps<'input'>): ReactNode {
  const typed = use(TypedTextContext);
  if (!typed) throw new Error('A picker stands inside of what usePickerText provides');
  const { draft, unread } = typed;
  return (
    <input
      {...input}
      value={draft.typed ?? unread ?? value}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={(event) => {
        draft.commit();
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        // The picker's own Enter confirms the value that it had before the text.
        if (event.key === 'Enter' && draft.typed !== null) draft.commit();
        else onKeyDown?.(event);
      }}
    />
  );
}

export const pickerComponents = { input: PickerInput };
