// The state of one form, outside of React: a value, its rules and its messages per field. A key in one field renders that field
// and those whose value or rules it turned, whatever else the form holds. What was typed is kept apart from what the record comes
// to by itself: only the former is written, the latter the server settles again.
import type { RecordData } from '../model.ts';
import type { FormLogic } from '../settling/form-logic.ts';
import { isSameRows } from '../settling/table-rows.ts';
import {
  noErrors,
  onlyMessages,
  placeErrors,
  withErrors,
  withoutField,
  type FormErrors,
  type LocatedMessage,
} from './field-errors.ts';
import { fieldStates, type FieldState } from './field-states.ts';
import { isBlank, isSameValue } from './same-value.ts';
import { relatedOfRows, settleShown, type Shown } from './settle-shown.ts';

export type { FieldState } from './field-states.ts';

export interface FormStore {
  subscribe(listener: () => void): () => void;
  /** The same object until something about the field changes. */
  field(name: string): FieldState;
  sections(): ReadonlySet<string>;
  values(): RecordData;
  /** The record as it is stored. */
  base(): RecordData;
  set(name: string, value: unknown): void;
  /** Somebody has gone on to another field: what is wrong with this one is said from now on. */
  leave(name: string): void;
  /** What was read of the record that a look-up leads to; of one in rows `lines.product`. */
  relate(lookup: string, id: string, record: RecordData): void;
  /** What was typed, as far as it is shown. */
  changes(): RecordData;
  /** What is to be sent: of a new record also what was given beforehand. */
  written(): RecordData;
  isChanged(): boolean;
  errors(): FormErrors;
  fail(errors: FormErrors): void;
  /** What the rules of the entity say, by JSON pointer; not of fields that are wrong by themselves. */
  broken(wrong: ReadonlySet<string>): readonly LocatedMessage[];
  /** Starts from a newer record: what was typed stays, except for the fields of `theirs`. */
  rebase(record: RecordData, theirs: readonly string[]): void;
  /** Gives up what was typed. */
  discard(): void;
}

export interface FormStart {
  /** As it is stored; null: a new record. */
  readonly old: RecordData | null;
  /** Where a new record starts from: closing it untouched loses nothing. */
  readonly given?: RecordData;
  /** On top of that, as changes: preset values, a draft. */
  readonly typed?: RecordData;
  readonly logic: FormLogic;
  /** What is said of a choice that its other values do not leave on offer. */
  readonly notOffered: string;
}

export function createFormStore({ old: start, given: first = {}, typed: preset = {}, ...more }: FormStart): FormStore {
  const { logic, notOffered } = more;
  const state = fieldStates(logic, notOffered);
  const records = new Map<string, RecordData>();
  const related = (lookup: string, id: string): RecordData | undefined => records.get(`${lookup} ${id}`);
  const listeners = new Set<() => void>();
  const left = new Set<string>();
  let old = start;
  /** Of rows what was typed in them. */
  const inRows = (name: string, written: unknown): unknown =>
    logic.rows.get(name)?.said(written, old?.[name], relatedOfRows(name, related)) ?? written;
  const withSaidRows = (values: RecordData): RecordData =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inRows(name, value)]));
  const isSame = (name: string, value: unknown, other: unknown): boolean =>
    logic.rows.has(name) ? isSameRows(value, inRows(name, other)) : isSameValue(value, other);
  let [given, typed] = [withSaidRows(first), withSaidRows(preset)];
  let errors: FormErrors = noErrors;
  let shown: Shown = settleShown(logic, { old, given, typed, related });

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const settle = (): void => {
    shown = settleShown(logic, { old, given, typed, related });
    typed = withoutCleared(typed, shown.cleared, old);
  };
  const isShown = (name: string): boolean => shown.ruled.fields.get(name)?.visible === true;
  const broken = (wrong: ReadonlySet<string>): readonly LocatedMessage[] =>
    logic.broken(shown.settled.at, wrong).map(({ field, message }) => ({ path: field && `/${field}`, message }));
  const forgiveMended = (): void => {
    if (errors.fields.size === 0 && errors.form.length === 0) return;
    const still = new Set(broken(new Set()).map(({ message }) => message));
    errors = onlyMessages(errors, (message) => !logic.ruleTexts.has(message) || still.has(message));
  };
  /** What stands in a field when nothing is typed there. */
  const ofItself = (name: string): unknown => {
    if (!logic.settler.fields.has(name)) return (old ?? given)[name];
    const { [name]: _typed, ...others } = typed;
    return settleShown(logic, { old, given, typed: others, related }).settled.values[name];
  };
  const changes = (): RecordData =>
    Object.fromEntries(Object.entries(typed).filter(([name]) => shown.ruled.fields.get(name)?.visible !== false));
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    field: (name) => state(name, shown, errors),
    sections: () => shown.ruled.sections,
    values: () => shown.settled.values,
    base: () => old ?? {},
    set(name, written) {
      const value = inRows(name, written);
      const { [name]: _before, ...others } = typed;
      typed = isSame(name, value, ofItself(name)) ? others : { ...others, [name]: value };
      settle();
      errors = withoutField(errors, name);
      forgiveMended();
      tell();
    },
    leave(name) {
      left.add(name);
      const wrong = [...errors.fields].filter(
        ([, { messages }]) => !messages.every((text) => logic.ruleTexts.has(text)),
      );
      const about = broken(new Set(wrong.map(([field]) => field))).filter(({ path }) => left.has(path.slice(1)));
      if (about.length === 0) return;
      errors = withErrors(errors, placeErrors(about, isShown));
      tell();
    },
    relate(lookup, id, record) {
      records.set(`${lookup} ${id}`, record);
      settle();
      tell();
    },
    changes,
    written: () => (old ? changes() : { ...withoutBlanks(given), ...changes() }),
    isChanged: () => Object.keys(changes()).length > 0,
    errors: () => errors,
    fail(found) {
      errors = found;
      tell();
    },
    broken,
    rebase(record, theirs) {
      old = record;
      const mine = Object.entries(typed).filter(
        ([name, value]) => !theirs.includes(name) && !isSame(name, value, record[name]),
      );
      [given, typed] = [{}, Object.fromEntries(mine)];
      errors = noErrors;
      settle();
      tell();
    },
    discard() {
      typed = {};
      errors = noErrors;
      settle();
      tell();
    },
  };
}

/** Shown again such a field is blank: what was typed there is forgotten, and what is stored is to be taken away. */
function withoutCleared(typed: RecordData, cleared: ReadonlySet<string>, old: RecordData | null): RecordData {
  if (cleared.size === 0) return typed;
  const rest = Object.entries(typed).filter(([name]) => !cleared.has(name));
  const stored = [...cleared].filter((name) => old && !isBlank(old[name]));
  return { ...Object.fromEntries(rest), ...Object.fromEntries(stored.map((name) => [name, null])) };
}

function withoutBlanks(values: RecordData): RecordData {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)));
}
