// What a type may say of its fields, one input for each member of the type's own schema.
import type { ReactNode } from 'react';
import { Input } from 'antd';
import type { TSchema } from '@sinclair/typebox';
import { useTranslation } from 'react-i18next';
import { fieldType } from '@trellis/field-types/registry';
import type { FieldDraft } from './field-draft.ts';
import { FormulaOption } from './formula-option.tsx';
import { Labelled } from './labelled.tsx';
import { OptionInput } from './option-input.tsx';
import { useOptionLabel } from './use-option-label.ts';

interface TypeOptionsProps {
  readonly entity: string;
  readonly draft: FieldDraft;
  readonly missing: readonly string[];
  put(more: Partial<FieldDraft>): void;
}

export function TypeOptions({ entity, draft, missing, put }: TypeOptionsProps): ReactNode {
  const { t } = useTranslation('designer');
  const optionLabel = useOptionLabel();
  return optionsOf(draft).map(([name, schema]) => (
    <div key={name}>
      <Labelled
        label={optionLabel(name)}
        required={isRequired(draft, name)}
        error={missing.includes(name) ? t('option_missing') : ''}
      >
        {({ id, ...props }) =>
          name === 'expression' ? (
            <FormulaOption
              {...{ id, entity }}
              aria-describedby={props['aria-describedby'] ?? ''}
              returns={draft.options['returns']}
              value={draft.options[name]}
              change={(value) => put({ options: { ...draft.options, [name]: value } })}
            />
          ) : (
            <OptionInput
              {...{ props: { id, ...props }, name, schema, entity }}
              value={draft.options[name]}
              siblings={draft.options}
              change={(value) => put({ options: { ...draft.options, [name]: value } })}
            />
          )
        }
      </Labelled>
      {name === 'options' && draft.options['options'] === undefined && (
        <Labelled label={t('new_options')} help={t('new_options_help')}>
          {(props) => (
            <Input.TextArea
              {...props}
              autoSize={{ minRows: 3, maxRows: 10 }}
              value={draft.newOptions}
              onChange={(event) => put({ newOptions: event.target.value })}
            />
          )}
        </Labelled>
      )}
    </div>
  ));
}

/** Members without which there is no such field. */
export function missingOptions(draft: FieldDraft): readonly string[] {
  const isGiven = (name: string): boolean =>
    (name === 'options' && draft.newOptions.trim() !== '') ||
    ![undefined, null, ''].includes(draft.options[name] as never);
  return optionsOf(draft)
    .map(([name]) => name)
    .filter((name) => isRequired(draft, name) && !isGiven(name));
}

function isRequired(draft: FieldDraft, name: string): boolean {
  return fieldType(draft.type).options.required?.includes(name) ?? false;
}

/** A formula has an input of its own; what else is an expression is written elsewhere: its schema says nothing that one could be made of. */
function optionsOf(draft: FieldDraft): readonly (readonly [string, TSchema])[] {
  const properties: Readonly<Record<string, TSchema>> = fieldType(draft.type).options.properties;
  return Object.entries(properties).filter(
    ([name, schema]) => name === 'expression' || schema['type'] !== undefined || schema['anyOf'] !== undefined,
  );
}
