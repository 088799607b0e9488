// A field while it is being made: what was typed, and the field of metadata that comes of it.
import type { FieldTypeName } from '@trellis/field-types/registry';
import type { Field, Label, OptionSet } from '@trellis/metadata/kinds';
import { bilingualOf, labelFrom, unlabelled, type Bilingual } from '../labels/bilingual.ts';

export interface FieldDraft {
  readonly type: FieldTypeName;
  readonly label: Bilingual;
  readonly help: string;
  readonly required: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  /** Labels of new options, one a line; empty: an existing set is taken. */
  readonly newOptions: string;
  readonly defaultValue: unknown;
}

export function emptyDraft(type: FieldTypeName): FieldDraft {
  return {
    type,
    label: unlabelled,
    help: '',
    required: false,
    options: {},
    newOptions: '',
    defaultValue: null,
  };
}

/** Members that every field has; everything else belongs to its type. */
const common = new Set([
  'type',
  'id',
  'label',
  'help',
  'placeholder',
  'required',
  'visible',
  'read_only',
  'default',
  'unique',
  'indexed',
]);

export function draftOf(field: Field, label: (text: Label | undefined) => string): FieldDraft {
  return {
    type: field.type,
    label: bilingualOf(field.label),
    help: label(field.help),
    required: field.required === true,
    options: Object.fromEntries(Object.entries(field).filter(([name]) => !common.has(name))),
    newOptions: '',
    defaultValue: isConstant(field.default) ? (field.default ?? null) : null,
  };
}

/** Changes only what the editor shows: conditions and computed defaults of `before` stay. */
export function fieldOf(draft: FieldDraft, before: Field | undefined, optionSet: OptionSet | undefined): Field {
  const label = labelFrom(draft.label);
  const kept = Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => common.has(name)));
  const options = Object.fromEntries(
    Object.entries(draft.options).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
  const { label: _label, required: _required, default: _default, help: oldHelp, ...others } = kept;
  const help = draft.help.trim();
  const isConditional = typeof before?.required === 'object';
  const field = {
    ...others,
    type: draft.type,
    ...(label !== undefined && { label }),
    ...(help !== '' && { help: oldHelp !== undefined && typeof oldHelp === 'object' ? oldHelp : help }),
    ...(isConditional ? { required: before.required } : draft.required && { required: true }),
    ...(draft.defaultValue !== null
      ? { default: draft.defaultValue }
      : !isConstant(before?.default) && { default: before?.default }),
    ...options,
    ...(optionSet && { options: optionSet.name }),
  };
  return field as unknown as Field;
}

/** Undefined where an existing set is taken. The value of an option is its place: labels may be in any script, and change. */
export function newOptionSet(draft: FieldDraft, name: string): OptionSet | undefined {
  const labels = [...new Set(draft.newOptions.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (labels.length === 0) return undefined;
  const values = labels.map((label, index) => ({
    value: valueOf(label) || `option_${index + 1}`,
    label,
    color: colors[index % colors.length] ?? 'gray',
  }));
  const isUnique = new Set(values.map(({ value }) => value)).size === values.length;
  const { label } = fieldOf(draft, undefined, undefined);
  return {
    name,
    ...(label && { label }),
    values: isUnique ? values : values.map((option, index) => ({ ...option, value: `option_${index + 1}` })),
  };
}

const colors = ['blue', 'green', 'orange', 'purple', 'cyan', 'pink', 'yellow', 'red', 'lime', 'gray'] as const;

function valueOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** JSONLogic is an object; a constant may be one only for structured types, which have no default here. */
function isConstant(value: unknown): boolean {
  return value === undefined || typeof value !== 'object' || value === null || Array.isArray(value);
}
