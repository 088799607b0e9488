// A compiled form as the screens use it: what GET /api/forms answered, its sections and fields read once into types.
import type { CompiledForm } from '@trellis/client/wire';
import type { PublishedField } from '@trellis/client/metadata';
import type { Condition, Label } from '@trellis/metadata/kinds';
import type { Model } from '../model.ts';

export interface FormSection {
  readonly key: string;
  readonly label: string;
  readonly columns: number;
  readonly collapsed: boolean;
  readonly visible: Condition;
  readonly fields: readonly string[];
}

export interface FormField {
  readonly name: string;
  readonly field: PublishedField;
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
  /** Columns of its section that it takes; absent: as its widget needs. */
  readonly span?: number;
  readonly columns?: readonly string[];
  /** The first field of a section that is called the same: one heading is enough. */
  readonly isHeaded: boolean;
}

export interface FieldConditions {
  readonly visible?: Condition;
  readonly required?: Condition;
  readonly read_only?: Condition;
}

export interface FormDefinition {
  readonly entity: string;
  readonly name: string;
  readonly schema: CompiledForm['schema'];
  readonly validator: string;
  readonly sections: readonly FormSection[];
  readonly fields: ReadonlyMap<string, FormField>;
  readonly conditions: Readonly<Record<string, FieldConditions>>;
  /** Required whatever the other values are. */
  readonly required: ReadonlySet<string>;
}

interface WireSection {
  readonly name?: string;
  readonly label?: Label;
  readonly columns?: number;
  readonly collapsed?: boolean;
  readonly visible?: Condition;
  readonly fields: readonly string[];
}

interface WireOptions {
  readonly field?: PublishedField;
  readonly help?: Label;
  readonly placeholder?: Label;
  readonly span?: number;
  readonly columns?: readonly string[];
}

export function readDefinition(compiled: CompiledForm, model: Model): FormDefinition {
  const properties = objectOf(compiled.schema['properties']);
  const fields = new Map<string, FormField>();
  const sections = sectionsOf(compiled, model);
  for (const [name, property] of Object.entries(properties)) {
    const options = objectOf(objectOf(compiled.uiSchema[name])['ui:options']) as WireOptions;
    const published = model.field(compiled.entity, name)?.field;
    const field = options.field ?? published;
    if (!field) continue;
    const title = objectOf(property)['title'];
    const label = typeof title === 'string' ? title : model.label(field.label, name);
    fields.set(name, {
      name,
      // How its value is worked out stands in the metadata alone.
      field: published?.computed ? { ...field, computed: published.computed } : field,
      label,
      isHeaded: sections.some((section) => section.label === label && section.fields[0] === name),
      help: model.label(options.help ?? field.help),
      placeholder: model.label(options.placeholder ?? field.placeholder),
      ...(options.span !== undefined && { span: options.span }),
      ...(options.columns !== undefined && { columns: options.columns }),
    });
  }
  return {
    entity: compiled.entity,
    name: compiled.name,
    schema: compiled.schema,
    validator: compiled.validator,
    sections: sections.map((section) => ({ ...section, fields: section.fields.filter((name) => fields.has(name)) })),
    fields,
    conditions: compiled.conditions as Readonly<Record<string, FieldConditions>>,
    required: new Set(Array.isArray(compiled.schema['required']) ? compiled.schema['required'] : []),
  };
}

function sectionsOf(compiled: CompiledForm, model: Model): readonly FormSection[] {
  const all = { fields: Object.keys(objectOf(compiled.schema['properties'])) };
  const sections = (compiled.uiSchema['ui:sections'] ?? [all]) as readonly WireSection[];
  return sections.map((section, index) => ({
    key: section.name || String(index),
    label: model.label(section.label),
    columns: section.columns ?? 2,
    collapsed: section.collapsed ?? false,
    visible: section.visible ?? true,
    fields: section.fields,
  }));
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
