// One member of a type's options: what it refers to decides what is chosen, its schema what is typed.
import type { ReactNode } from 'react';
import { Input, InputNumber, Select, Switch } from 'antd';
import type { TSchema } from '@sinclair/typebox';
import { useModel } from '@trellis/renderer/model';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { useChoiceLabel } from './use-option-label.ts';

interface OptionInputProps {
  readonly props: { readonly id: string };
  readonly name: string;
  readonly schema: TSchema;
  /** The entity that the field belongs to. */
  readonly entity: string;
  readonly value: unknown;
  readonly siblings: Readonly<Record<string, unknown>>;
  change(value: unknown): void;
}

export function OptionInput({ props, name, schema, entity, value, siblings, change }: OptionInputProps): ReactNode {
  const choiceLabel = useChoiceLabel();
  const choices =
    useReferenced(name, { entity, siblings }) ??
    constantsOf(schema)?.map((constant) => ({ value: constant, label: choiceLabel(constant) }));
  const isMany = schema['type'] === 'array';
  if (choices && isMany) {
    return (
      <Select
        {...props}
        mode="multiple"
        style={{ width: '100%' }}
        value={Array.isArray(value) ? (value as string[]) : []}
        onChange={change}
        options={choices}
      />
    );
  }
  if (choices) {
    return (
      <Select
        {...props}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        value={typeof value === 'string' ? value : null}
        onChange={(chosen) => change(chosen ?? undefined)}
        options={choices}
      />
    );
  }
  const placeholder = schema['default'] === undefined ? '' : String(schema['default']);
  switch (schema['type']) {
    case 'boolean':
      return <Switch {...props} checked={value === true} onChange={(checked) => change(checked || undefined)} />;
    case 'integer':
    case 'number':
      return (
        <InputNumber
          {...props}
          style={{ width: '100%' }}
          placeholder={placeholder}
          value={typeof value === 'number' ? value : null}
          onChange={(number) => change(number ?? undefined)}
          {...(schema['type'] === 'integer' && { precision: 0 })}
          {...(typeof schema['minimum'] === 'number' && { min: schema['minimum'] })}
          {...(typeof schema['maximum'] === 'number' && { max: schema['maximum'] })}
        />
      );
    case 'array':
      return (
        <Select
          {...props}
          mode="tags"
          open={false}
          suffixIcon={null}
          style={{ width: '100%' }}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(list) => change(list.length > 0 ? list : undefined)}
        />
      );
    default:
      return (
        <Input
          {...props}
          placeholder={placeholder}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => change(event.target.value || undefined)}
        />
      );
  }
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Members that name something of the model. */
function useReferenced(
  name: string,
  { entity, siblings }: { readonly entity: string; readonly siblings: Readonly<Record<string, unknown>> },
): Choice[] | undefined {
  const { label } = useModel();
  const { model } = useDraftInHand();
  switch (name) {
    case 'entity':
    case 'entities':
      return Object.values(model.entities).map((other) => ({
        value: other.name,
        label: label(other.label, other.name),
      }));
    case 'options':
      return Object.values(model.option_sets).map((set) => ({ value: set.name, label: label(set.label, set.name) }));
    case 'parent_field': {
      const child = typeof siblings['entity'] === 'string' ? model.entities[siblings['entity']] : undefined;
      const leading = Object.entries(child?.fields ?? {}).filter(
        ([, field]) => 'entity' in field && field.entity === entity && field.type === 'lookup',
      );
      return leading.map(([field, json]) => ({ value: field, label: label(json.label, field) }));
    }
    default:
      return undefined;
  }
}

function constantsOf(schema: TSchema): readonly string[] | undefined {
  const listed: unknown =
    schema['enum'] ?? (schema['anyOf'] as readonly TSchema[] | undefined)?.map((option) => option['const'] as unknown);
  return Array.isArray(listed) && listed.every((constant) => typeof constant === 'string') ? listed : undefined;
}
