// What a type may say of its fields, one input for each member of the type's own schema.
import type { ReactNode } from 'react';
import { Input } from 'antd';
import type { TSchema } from '@sinclair/typebox';
import { useTranslation } from 'react-i18next';
import { fieldType } from '@trellis/field-types/registry';
import { fieldOf, type FieldDraft } from './field-draft.ts';
import { FormulaOption } from './formula-option.tsx';
import { Labelled } from './labelled.tsx';
import { ownOptions } from '../computed/own-options.ts';
import { OptionInput } from './option-input.tsx';
import { useOptionLabel } from './use-option-label.ts';

interface TypeOptionsProps {
  readonly entity: string;
  readonly draft: FieldDraft;
  /** What is wrong with an option; empty where nothing is. */
  errorOf(option: string): string;
  put(more: Partial<FieldDraft>): void;
}

export function TypeOptions(props: TypeOptionsProps): ReactNode {
  const Own = ownOptions[props.draft.type];
  return Own ? <Own {...props} /> : <OptionsBySchema {...props} />;
}

function OptionsBySchema({ entity, draft, errorOf, put }: TypeOptionsProps): ReactNode {
  const { t } = useTranslation('designer');
  const optionLabel = useOptionLabel();
  return optionsOf(draft).map(([name, schema]) => (
    <div key={name}>
      <Labelled label={optionLabel(name)} required={isRequired(draft, name)} error={errorOf(name)}>
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

/** Members without which there is no such field, and those that were begun (null) and are not whole. */
export function missingOptions(draft: FieldDraft): readonly string[] {
  const isGiven = (name: string): boolean =>
    (name === 'options' && draft.newOptions.trim() !== '') ||
    ![undefined, null, ''].includes(draft.options[name] as never);
  const type = fieldType(draft.type);
  const lacksField = (type.problems?.(fieldOf(draft, undefined, undefined)) ?? []).some(
    ({ code }) => code === 'needs_field',
  );
  return [
    ...Object.keys(type.options.properties).filter(
      (name) => (isRequired(draft, name) || draft.options[name] === null) && !isGiven(name),
    ),
    ...(lacksField ? ['field'] : []),
  ];
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
