// Where the options of a choice come from, and how a value, a label in any language or a schema relates to them.
import { Type } from '@sinclair/typebox';
import type { FieldContext, JsonSchema, OptionValue } from '../contract.ts';
import { labelText, labelTexts } from '../label.ts';
import { ok, refuse, type Refusal } from '../normalized.ts';

const label = Type.Union([Type.String({ minLength: 1 }), Type.Record(Type.String(), Type.String())]);

/** The name of an option set, or the options themselves. */
export const optionsOption = Type.Union([
  Type.String({ minLength: 1, maxLength: 50, description: 'The name of an option set.' }),
  Type.Array(
    Type.Object({
      value: Type.String({ minLength: 1, maxLength: 100 }),
      label,
      color: Type.Optional(Type.String()),
      active: Type.Optional(Type.Boolean({ default: true })),
      parent: Type.Optional(Type.String({ description: 'The value of the field above that this one belongs to.' })),
    }),
    { minItems: 1 },
  ),
]);

/** Narrows the choice by the other values of the record. */
export const offersOption = Type.Optional(
  Type.Array(
    Type.Object(
      {
        when: Type.Union([Type.Boolean(), Type.Object({}, { additionalProperties: true })], {
          description: 'true, false or JSONLogic over the record.',
        }),
        values: Type.Array(Type.String(), { minItems: 1 }),
      },
      { additionalProperties: false },
    ),
    {
      minItems: 1,
      description: 'The first entry whose `when` holds says which values may be chosen; where none holds, all may.',
    },
  ),
);

type Chosen = { readonly ok: true; readonly value: string } | Refusal;

export function activeOptions(context: FieldContext): readonly OptionValue[] {
  return context.options.filter((option) => option.active !== false);
}

export function optionSchema(context: FieldContext): JsonSchema {
  const values = activeOptions(context).map((option) => option.value);
  return values.length === 0 ? { type: 'string', not: {} } : { type: 'string', enum: values };
}

export function normalizeOption(value: unknown, context: FieldContext): Chosen {
  if (typeof value !== 'string') return refuse('not_a_text');
  const option = context.options.find((candidate) => candidate.value === value);
  if (option === undefined) return refuse('unknown_option', { value: value.slice(0, 100) });
  return option.active === false ? refuse('inactive_option', { value }) : ok(value);
}

/** By value, else by label in any language; capitals and the blanks around do not matter. */
export function readOption(text: string, context: FieldContext): Chosen {
  const typed = folded(text);
  const named =
    context.options.find((option) => option.value === text.trim()) ??
    context.options.find((option) => folded(option.value) === typed);
  if (named !== undefined) return normalizeOption(named.value, context);
  const labelled = context.options.filter((option) => labelTexts(option.label).some((name) => folded(name) === typed));
  const active = labelled.filter((option) => option.active !== false);
  if (active.length > 1) return refuse('ambiguous_option', { value: text.slice(0, 100) });
  return normalizeOption((active[0] ?? labelled[0])?.value ?? text, context);
}

/** The label, unless it would be read as another option. */
export function writeOption(value: string, context: FieldContext, language: string): string {
  const option = context.options.find((candidate) => candidate.value === value);
  if (option === undefined) return value;
  const shown = labelText(option.label, language);
  const read = readOption(shown, context);
  return read.ok && read.value === value ? shown : value;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
