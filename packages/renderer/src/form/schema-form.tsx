// The form that rjsf draws from its schema. rjsf knows which fields there are and in which order; their values, rules and messages
// live in the form's store, so that its tree is not walked again for every key.
import { memo, useMemo, type ReactNode } from 'react';
import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/antd';
import type { RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';
import { Form as AntdForm } from 'antd';
import type { FormDefinition } from './form-definition.ts';
import { FieldTemplate } from './field-template.tsx';
import { FormField } from './form-field.tsx';
import { SectionsTemplate } from './sections-template.tsx';
import styles from './form.module.css';

const ThemedForm = withTheme({
  ...Theme,
  fields: { ...Theme.fields, trellis: FormField },
  templates: { ...Theme.templates, FieldTemplate, ObjectFieldTemplate: SectionsTemplate },
});

interface SchemaFormProps {
  readonly id: string;
  readonly definition: FormDefinition;
}

export const SchemaForm = memo(function SchemaForm({ id, definition }: SchemaFormProps): ReactNode {
  const schema = useMemo(() => rjsfSchema(definition), [definition]);
  const uiSchema = useMemo(() => rjsfUiSchema(definition), [definition]);
  return (
    <div className={styles.form}>
      <AntdForm component={false} layout="vertical">
        <ThemedForm
          id={id}
          schema={schema}
          uiSchema={uiSchema}
          formData={noData}
          validator={noValidator}
          noValidate
          noHtml5Validate
          showErrorList={false}
        />
      </AntdForm>
    </div>
  );
});

const noData = {};

/** Values are checked by `validate.ts`; this schema has nothing that rjsf would have to decide by them. */
const noValidator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({}),
};

/** Each property is drawn as a whole by the widget of its field: what is inside it is no concern of rjsf's. */
function rjsfSchema(definition: FormDefinition): RJSFSchema {
  const names = [...definition.fields.keys()];
  return { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { title: name }])) };
}

function rjsfUiSchema(definition: FormDefinition): UiSchema {
  const fields = [...definition.fields.keys()].map((name) => [name, { 'ui:field': 'trellis' }]);
  return {
    ...Object.fromEntries(fields),
    'ui:order': [...definition.fields.keys()],
    'ui:submitButtonOptions': { norender: true },
  };
}
