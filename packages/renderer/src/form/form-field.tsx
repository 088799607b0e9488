// rjsf's field for every property: the widget of the field's type, with the value from the form's store.
import { useCallback, type ReactNode } from 'react';
import type { FieldProps } from '@rjsf/utils';
import { Widget, widgetOf } from '@trellis/field-types/widgets';
import { idsOf, useFieldState, useFormScope } from './form-context.ts';
import { WorkedOut } from './worked-out.tsx';

export function FormField({ name }: FieldProps): ReactNode {
  const { definition, store, idPrefix } = useFormScope();
  const { value, errors, required, readOnly, offered } = useFieldState(name);
  const change = useCallback((changed: unknown) => store.set(name, changed), [store, name]);
  const companion = useCallback((other: string, changed: unknown) => store.set(other, changed), [store]);
  const field = definition.fields.get(name);
  if (!field) return null;
  if (field.field.computed) return <WorkedOut field={field} />;
  const ids = idsOf(idPrefix, name);
  const hasErrors = errors.messages.length > 0;
  const describedBy = [field.help && ids.help, hasErrors && ids.errors].filter(Boolean).join(' ');
  return (
    <Widget
      entity={definition.entity}
      field={field.field}
      name={name}
      id={ids.input}
      value={value}
      onChange={change}
      onCompanion={companion}
      record={store.values()}
      readOnly={readOnly}
      required={required}
      invalid={hasErrors}
      rowErrors={errors.rows}
      offered={offered}
      columns={field.columns}
      {...(describedBy !== '' && { describedBy })}
      {...(field.placeholder !== '' && { placeholder: field.placeholder })}
      {...(widgetOf(field.field).ownLabel && { label: field.label })}
    />
  );
}
