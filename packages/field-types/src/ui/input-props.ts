// What every input gets from its widget, whatever kit component it is: id, state and the texts that describe it.
import type { WidgetProps } from './contract.ts';

type State = Pick<
  WidgetProps<unknown, unknown>,
  'id' | 'invalid' | 'required' | 'describedBy' | 'label' | 'placeholder' | 'autoFocus' | 'readOnly'
>;

export interface InputProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly autoFocus: boolean;
  readonly placeholder?: string;
  readonly status?: 'error';
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  readonly 'aria-describedby'?: string;
  readonly 'aria-label'?: string;
}

export function inputProps(props: State): InputProps {
  return {
    id: props.id,
    disabled: props.readOnly ?? false,
    autoFocus: props.autoFocus ?? false,
    ...(props.placeholder !== undefined && { placeholder: props.placeholder }),
    ...(props.invalid && { status: 'error', 'aria-invalid': true }),
    ...(props.required && { 'aria-required': true }),
    ...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy }),
    ...(props.label !== undefined && { 'aria-label': props.label }),
  };
}
