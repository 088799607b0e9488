// Stage 4 of a write, pure: defaults filled in, then conditions and rules judged on the merged record, every fault at once.
import { Decimal } from 'decimal.js';
import type { Context } from '@trellis/expressions/to-function';
import { labelOf } from '@trellis/metadata/labels';
import { holds } from '../model/expression.ts';
import type { CompiledEntity, CompiledField, CompiledRule, Rule } from '../model/model.ts';
import { Refusal, type Fault } from '../problems/problem.ts';
import { pointer, valueFault } from '../problems/value-fault.ts';
import type { Asker } from '../auth/actor.ts';
import { normalValue } from './normalise.ts';
import { contextFor, type Stored } from './record-context.ts';

export interface Draft {
  readonly asker: Asker;
  readonly entity: CompiledEntity;
  /** null: the record is about to be made. */
  readonly old: Stored | null;
  /** What the body set, canonical. */
  readonly given: Stored;
  /** Names of fields whose given value is refused already: nothing more is said of them. */
  readonly wrong?: ReadonlySet<string>;
  /** Fields outside the row that the body sets: links and children. */
  readonly beside: ReadonlySet<string>;
  readonly related: Stored;
}

const nothing = { values: {}, related: {} };

/** Values that a new record gets where its body says nothing. Later defaults see the earlier ones. */
export function withDefaults(asker: Asker, entity: CompiledEntity, given: Stored, related: Stored): Stored {
  const values: Record<string, unknown> = { ...given };
  for (const field of entity.fields.values()) {
    if (field.defaultValue.kind === 'none' || Object.hasOwn(values, field.name) || !field.column) continue;
    const value =
      field.defaultValue.kind === 'constant'
        ? field.defaultValue.value
        : field.defaultValue.expression.value(
            // Most look at no more than the asker or the clock.
            contextFor(asker, entity, field.defaultValue.expression.paths.length ? { values, related } : nothing),
          );
    const normal = normalValue(field, fitted(field, value), asker.language);
    // A default that does not fit (an option since withdrawn, say) leaves the field blank; required then asks for it.
    values[field.name] = 'value' in normal ? normal.value : null;
  }
  return values;
}

/**
 * @returns the faults of the merged record. A condition or rule is asked when the record is made, and later when a field
 * that it reads or speaks of is touched: old records that a new rule finds fault with can still be worked on.
 */
export function faultsOf(draft: Draft): Fault[] {
  const merged = { ...draft.old, ...draft.given };
  const context = contextFor(draft.asker, draft.entity, { values: merged, related: draft.related }, draft.old);
  const touched = touchedNames(draft);
  const ofFields = [...draft.entity.fields.values()].flatMap((field) =>
    fieldFaults(draft, field, merged, context, touched),
  );
  // A rule about a field that is missing says nothing new.
  const known = new Set(ofFields.map(({ path }) => path));
  const ofRules = draft.entity.rules.flatMap((rule) => ruleFaults(draft, rule, context, touched));
  return [...ofFields, ...ofRules.filter(({ path }) => !known.has(path))];
}

/** The names at the head of faults' paths. */
export function namesOf(faults: readonly Fault[]): ReadonlySet<string> {
  return new Set(faults.map(({ path }) => path.split('/')[1] ?? ''));
}

/** A computed number may have more decimals than its field keeps: rounded half away from zero, as everywhere. */
function fitted(field: CompiledField, value: unknown): unknown {
  if (field.valueType !== 'number' || value === null || value === undefined) return value;
  const scale = Number(/,(\d+)\)$/.exec(field.column?.type ?? '')?.[1] ?? 0);
  const rounded = new Decimal(String(value)).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP);
  return rounded.precision() <= 15 ? rounded.toNumber() : rounded.toFixed();
}

export function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new Refusal('invalid_values', {}, faults);
}

/** null: all of them, because the record is new. */
function touchedNames(draft: Draft): ReadonlySet<string> | null {
  if (!draft.old) return null;
  const { old } = draft;
  const changed = Object.keys(draft.given).filter((name) => !sameValue(draft.given[name], old[name]));
  return new Set([...changed, ...draft.beside]);
}

function fieldFaults(
  draft: Draft,
  field: CompiledField,
  merged: Stored,
  context: Context,
  touched: ReadonlySet<string> | null,
): Fault[] {
  if (!field.writable || draft.wrong?.has(field.name)) return [];
  const { language } = draft.asker;
  const blank = isBlank(merged[field.name]);
  const isTouched = touched === null ? Object.hasOwn(draft.given, field.name) : touched.has(field.name);
  if (isTouched && draft.old && holds(field.readOnly, context)) return [valueFault(field.name, 'read_only', language)];
  if (isTouched && field.readOnly === true) return [valueFault(field.name, 'read_only', language)];
  if (!holds(field.visible, context))
    return isTouched && !blank ? [valueFault(field.name, 'not_applicable', language)] : [];
  if (!isOffered(draft, field, merged, touched)) return [valueFault(field.name, 'option_not_offered', language)];
  const asked = touched === null || isTouched || reads(field.required, touched) || reads(field.visible, touched);
  return asked && (blank || isInvisible(merged[field.name])) && holds(field.required, context)
    ? [valueFault(field.name, 'required', language)]
    : [];
}

/** Options may depend on the choice above them; either may be touched. While nothing is chosen above, all of them are offered. */
function isOffered(draft: Draft, field: CompiledField, merged: Stored, touched: ReadonlySet<string> | null): boolean {
  const { above, context } = field;
  if (above === null || draft.wrong?.has(above) || isBlank(merged[above])) return true;
  if (touched && !touched.has(field.name) && !touched.has(above)) return true;
  const chosenAbove = [merged[above]].flat();
  return [merged[field.name]].flat().every((value) => {
    const parent = context.options.find((option) => option.value === value)?.parent;
    return parent === undefined || chosenAbove.includes(parent);
  });
}

function ruleFaults(draft: Draft, rule: CompiledRule, context: Context, touched: ReadonlySet<string> | null): Fault[] {
  const { wrong } = draft;
  if (wrong && (reads(rule.when, wrong) || reads(rule.check, wrong))) return [];
  if (touched && !reads(rule.when, touched) && !reads(rule.check, touched)) return [];
  if (!holds(rule.when, context) || holds(rule.check, context)) return [];
  const { language } = draft.asker;
  return [{ path: rule.at ? pointer(rule.at) : '', code: rule.name, message: labelOf(rule.message, language) }];
}

function reads(rule: Rule, touched: ReadonlySet<string>): boolean {
  return typeof rule !== 'boolean' && rule.paths.some(([first]) => touched.has(first ?? ''));
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Text of which nobody sees anything: it is kept where it may be, but it does not fill in what is asked for. */
function isInvisible(value: unknown): boolean {
  return typeof value === 'string' && /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u.test(value);
}

/** Canonical JSON values; object members in any order. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || left === undefined) return right === null || right === undefined;
  if (typeof left === 'number' || typeof right === 'number')
    return typeof right !== 'object' && Number(left) === Number(right);
  if (typeof left !== 'object' || typeof right !== 'object' || right === null) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => sameValue(member(left, name), member(right, name)));
}

function member(object: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value;
}
