// What the conformance tests run over: every type with its examples, loosened so that one test serves all.
import type { TextContext } from '../contract.ts';
import { examples } from '../examples-registry.ts';
import { exampleContext, type AnyExamples } from '../examples.ts';
import { fieldType, fieldTypeNames, type AnyFieldType, type Field, type FieldTypeName } from '../registry.ts';

export interface Case {
  readonly name: FieldTypeName;
  readonly type: AnyFieldType;
  readonly examples: AnyExamples;
  readonly context: TextContext;
}

/** A canonical value of a field. */
export interface Stored {
  readonly field: Field;
  readonly value: unknown;
}

export const cases: readonly Case[] = fieldTypeNames.map((name) => {
  const given: AnyExamples = examples[name];
  return { name, type: fieldType(name), examples: given, context: { ...exampleContext, options: given.options ?? [] } };
});

/** The canonical values of the examples, and some random ones. */
export function canonicalValues({ type, examples: given, context }: Case, random: () => number): readonly Stored[] {
  const fakes = Array.from({ length: 50 }, () => ({
    field: given.field,
    value: type.fake(random, given.field, context),
  }));
  const shown = given.valid.map(({ value, canonical, field }) => ({
    field: field ?? given.field,
    value: canonical === undefined ? value : canonical,
  }));
  return [...shown, ...fakes];
}

/** Short enough for the name of a test. */
export function shown(value: unknown): string {
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
