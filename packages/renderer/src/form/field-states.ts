// What a form's fields look like now: the value, the rules and the messages of each, as one object that stays the same for as long
// as nothing about the field changes.
import type { FormLogic } from '../settling/form-logic.ts';
import { noFieldErrors, withMessage, type FieldErrors, type FormErrors } from './field-errors.ts';
import type { FieldRule } from './form-rules.ts';
import type { Shown } from './settle-shown.ts';

export interface FieldState extends FieldRule {
  readonly value: unknown;
  readonly errors: FieldErrors;
  /** The server may fill it in with what is not known here. */
  readonly isOpen: boolean;
  /** What is chosen is not among them. */
  readonly isNotOffered: boolean;
  /** The options that may be chosen now; null: all of them. */
  readonly offered: ReadonlySet<string> | null;
}

const plain: FieldRule = { visible: true, required: false, readOnly: false };

export function fieldStates({ offers }: FormLogic, notOffered: string) {
  const known = new Map<string, FieldState>();
  const depending = new Set(offers.fields);
  return (name: string, { settled, ruled }: Shown, errors: FormErrors): FieldState => {
    const rule = ruled.fields.get(name) ?? plain;
    const own = errors.fields.get(name) ?? noFieldErrors;
    const isNotOffered = depending.has(name) && rule.visible && !offers.isOffered(settled.at, name);
    const state: FieldState = {
      ...rule,
      readOnly: rule.readOnly || settled.governed.has(name),
      value: settled.values[name] ?? null,
      errors: isNotOffered ? withMessage(own, notOffered) : own,
      isOpen: settled.open.has(name),
      isNotOffered,
      offered: depending.has(name) ? offers.offered(settled.at, name) : null,
    };
    const last = known.get(name);
    if (last && isSameState(last, state)) return last;
    known.set(name, state);
    return state;
  };
}

function isSameState(a: FieldState, b: FieldState): boolean {
  return (
    a.value === b.value &&
    isSameErrors(a.errors, b.errors) &&
    a.visible === b.visible &&
    a.required === b.required &&
    a.readOnly === b.readOnly &&
    a.isOpen === b.isOpen &&
    a.offered === b.offered
  );
}

function isSameErrors(a: FieldErrors, b: FieldErrors): boolean {
  return a === b || (a.rows === b.rows && a.messages.join('\n') === b.messages.join('\n'));
}
