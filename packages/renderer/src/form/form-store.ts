// The state of one form, outside of React: a value, its rules and its messages per field. A key in one field renders that field
// and those whose rules it turned, whatever else the form holds.
import type { RecordData } from '../model.ts';
import { noErrors, noFieldErrors, type FieldErrors, type FormErrors } from './field-errors.ts';
import type { FieldRule, FormRules, Ruled } from './form-rules.ts';
import { isSameValue } from './same-value.ts';

export interface FieldState extends FieldRule {
  readonly value: unknown;
  readonly errors: FieldErrors;
}

export interface FormStore {
  subscribe(listener: () => void): () => void;
  /** The same object until something about the field changes. */
  field(name: string): FieldState;
  sections(): ReadonlySet<string>;
  values(): RecordData;
  /** The record that the values started from. */
  base(): RecordData;
  set(name: string, value: unknown): void;
  /** What was read of the record that a look-up leads to, for the conditions that ask for it. */
  relate(lookup: string, record: RecordData): void;
  /** What differs from the base. */
  changes(): RecordData;
  isChanged(): boolean;
  errors(): FormErrors;
  fail(errors: FormErrors): void;
  /** Starts from a newer record: what was changed stays, except for the fields of `theirs`. */
  rebase(record: RecordData, theirs: readonly string[]): void;
}

export interface FormStart {
  readonly base: RecordData;
  /** On top of the base, as changes: preset values, a draft. */
  readonly values?: RecordData;
  readonly rules: FormRules;
  /** Values that follow from the others for as long as nobody types over them. */
  readonly computed?: (values: RecordData) => RecordData;
}

export function createFormStore({ base: start, values: preset, rules, computed = () => ({}) }: FormStart): FormStore {
  let base: RecordData = { ...start, ...computed({ ...start, ...preset }) };
  let values: RecordData = { ...base, ...preset };
  const related = new Map<string, RecordData>();
  // A record that was read for another value of its look-up says nothing of this one.
  const withRelated = (): RecordData => {
    const known = [...related].filter(([lookup, record]) => isReferenceTo(values[lookup], record['id']));
    return { ...values, ...Object.fromEntries(known) };
  };
  const judge = (): Ruled => rules(withRelated(), base);
  let ruled: Ruled = judge();
  let errors: FormErrors = noErrors;
  const known = new Map<string, FieldState>();
  const listeners = new Set<() => void>();

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const follow = (): void => {
    const next = computed(values);
    const untouched = Object.keys(next).filter((name) => !differs(name));
    base = { ...base, ...next };
    values = { ...values, ...Object.fromEntries(untouched.map((name) => [name, next[name]])) };
  };
  const differs = (name: string): boolean => !isSameValue(values[name], base[name]);
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    field(name) {
      const state: FieldState = {
        value: values[name] ?? null,
        errors: errors.fields.get(name) ?? noFieldErrors,
        ...(ruled.fields.get(name) ?? { visible: true, required: false, readOnly: false }),
      };
      const last = known.get(name);
      if (last && isSameState(last, state)) return last;
      known.set(name, state);
      return state;
    },
    sections: () => ruled.sections,
    values: () => values,
    base: () => base,
    set(name, value) {
      values = { ...values, [name]: value };
      follow();
      ruled = judge();
      errors = withoutField(errors, name);
      tell();
    },
    relate(lookup, record) {
      related.set(lookup, record);
      ruled = judge();
      tell();
    },
    changes: () => Object.fromEntries(Object.entries(values).filter(([name]) => differs(name))),
    isChanged: () => Object.keys(values).some(differs),
    errors: () => errors,
    fail(found) {
      errors = found;
      tell();
    },
    rebase(record, theirs) {
      const mine = Object.entries(values).filter(([name]) => differs(name) && !theirs.includes(name));
      base = record;
      values = { ...record, ...Object.fromEntries(mine) };
      ruled = judge();
      errors = noErrors;
      tell();
    },
  };
}

function isReferenceTo(value: unknown, id: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id;
}

function isSameState(a: FieldState, b: FieldState): boolean {
  return (
    a.value === b.value &&
    a.errors === b.errors &&
    a.visible === b.visible &&
    a.required === b.required &&
    a.readOnly === b.readOnly
  );
}

function withoutField(errors: FormErrors, name: string): FormErrors {
  if (!errors.fields.has(name)) return errors;
  return { ...errors, fields: new Map([...errors.fields].filter(([other]) => other !== name)) };
}
