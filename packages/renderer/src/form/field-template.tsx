// rjsf's frame of a field, mended: the label is tied to the input, help and errors describe it, a hidden field is not there at all.
import { memo, type ReactNode } from 'react';
import type { FieldTemplateProps } from '@rjsf/utils';
import { widgetOf } from '@trellis/field-types/widgets';
import { idsOf, useFieldState, useFormScope } from './form-context.ts';
import { isAsked } from './is-asked.ts';
import styles from './form.module.css';

export const FieldTemplate = memo(function FieldTemplate({ fieldPathId, children }: FieldTemplateProps): ReactNode {
  const name = String(fieldPathId.path.at(-1) ?? '');
  return name === '' ? children : <FieldFrame name={name}>{children}</FieldFrame>;
});

function FieldFrame({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  const { definition, idPrefix, store } = useFormScope();
  const state = useFieldState(name);
  const { required, errors } = state;
  const field = definition.fields.get(name);
  if (!field || !isAsked(definition, name, state)) return null;
  const ids = idsOf(idPrefix, name);
  const { wide = false, ownLabel = false } = field.field.computed ? {} : widgetOf(field.field);
  return (
    <div
      className={styles.field}
      data-span={field.span}
      data-wide={wide && field.span === undefined}
      data-field={name}
      onBlur={() => store.leave(name)}
    >
      {ownLabel ? (
        <span className={styles.label} aria-hidden="true">
          &nbsp;
        </span>
      ) : (
        <label className={field.isHeaded ? 'visually-hidden' : styles.label} htmlFor={ids.input}>
          {field.label}
          {required && (
            <span className={styles.required} aria-hidden="true">
              *
            </span>
          )}
        </label>
      )}
      {children}
      {field.help && (
        <p id={ids.help} className={styles.help}>
          {field.help}
        </p>
      )}
      {errors.messages.length > 0 && (
        <p id={ids.errors} className={styles.error}>
          {errors.messages.join(' ')}
        </p>
      )}
    </div>
  );
}
