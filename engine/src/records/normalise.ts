// Stage 2 of a write, pure: JSON values become canonical ones, or faults. What is read here is true from here on.
import { messageOf } from '@trellis/field-types/messages';
import type { CompiledField } from '../model/model.ts';
import { schemaFaults } from '../model/validators.ts';
import type { Fault } from '../problems/problem.ts';
import { pointer, valueFault } from '../problems/value-fault.ts';
import type { AuthorisedWrite } from './authorise.ts';
import type { CreateRequest, UpdateRequest, Values } from './request.ts';

/** Canonical values of plain fields, ids of links, and the rows of child tables, still as they came. */
export interface NormalisedWrite<
  Request extends CreateRequest | UpdateRequest = CreateRequest | UpdateRequest,
> extends AuthorisedWrite<Request> {
  readonly values: Readonly<Record<string, unknown>>;
  readonly links: ReadonlyMap<CompiledField, readonly string[]>;
  readonly children: ReadonlyMap<CompiledField, readonly Values[]>;
  /** What is wrong with single values; told together with what conditions and rules find. */
  readonly faults: readonly Fault[];
}

export function normalise<Request extends CreateRequest | UpdateRequest>(
  write: AuthorisedWrite<Request>,
): NormalisedWrite<Request> {
  const { request, judge } = write;
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  const links = new Map<CompiledField, readonly string[]>();
  const children = new Map<CompiledField, readonly Values[]>();
  for (const field of write.given) {
    const given = request.values[field.name];
    if (field.relation?.kind === 'children') {
      const rows = rowsOf(given);
      if (rows) children.set(field, rows);
      else faults.push(valueFault(field.name, 'wrong_type', judge.asker.language));
      continue;
    }
    const result = normalValue(field, given, judge.asker.language);
    if ('faults' in result) faults.push(...result.faults);
    else if (field.relation?.kind === 'many') links.set(field, (result.value ?? []) as readonly string[]);
    else {
      values[field.name] = result.value;
      if (field.type.companionValues) Object.assign(values, companionValues(field, result.value));
    }
  }
  return { ...write, values, links, children, faults };
}

/** One value made canonical; where its type refuses it, its schema often says more exactly why. `null` and absent are blank. */
export function normalValue(
  field: CompiledField,
  given: unknown,
  language: string,
): { readonly value: unknown } | { readonly faults: readonly Fault[] } {
  if (given === null || given === undefined) return { value: null };
  const result = field.type.normalize(given, field.definition, field.context);
  if (result.ok) return { value: result.value };
  const wrong = schemaFaults(field, given, language);
  if (wrong.length) return { faults: wrong };
  const text = messageOf(result.code, result.params ?? {}, language);
  return { faults: [{ path: pointer(field.name), code: result.code, ...text }] };
}

/** What stands beside a value and follows from it, such as the entity of a reference. */
export function companionValues(field: CompiledField, value: unknown): Readonly<Record<string, unknown>> {
  if (!field.type.companionValues) return {};
  if (value !== null) return field.type.companionValues(field.name, value);
  const names = Object.keys(field.type.companions?.(field.name, field.definition) ?? {});
  return Object.fromEntries(names.map((name) => [name, null]));
}

function rowsOf(given: unknown): readonly Values[] | null {
  if (given === null || given === undefined) return [];
  if (!Array.isArray(given) || given.length > 1000) return null;
  return given.every((row): row is Values => typeof row === 'object' && row !== null && !Array.isArray(row))
    ? given
    : null;
}
