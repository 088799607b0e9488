// Where the messages about a record belong: at its fields, at the cells of its rows, or at the form as a whole.
import type { RowErrors } from '@trellis/field-types/ui/contract';

/** A message and the JSON pointer of what it is about: `/amount`, `/lines/2/price`, empty for the record. */
export interface LocatedMessage {
  readonly path: string;
  readonly message: string;
}

export interface FieldErrors {
  readonly messages: readonly string[];
  readonly rows: RowErrors;
}

export interface FormErrors {
  readonly fields: ReadonlyMap<string, FieldErrors>;
  /** What belongs to no field of this form. */
  readonly form: readonly string[];
}

export const noErrors: FormErrors = { fields: new Map(), form: [] };
export const noFieldErrors: FieldErrors = { messages: [], rows: {} };

export function placeErrors(located: readonly LocatedMessage[], isShown: (field: string) => boolean): FormErrors {
  const fields = new Map<string, FieldErrors>();
  const form: string[] = [];
  for (const { path, message } of located) {
    const [field = '', row, cell] = segmentsOf(path);
    if (field === '' || !isShown(field)) {
      form.push(message);
      continue;
    }
    const known = fields.get(field) ?? noFieldErrors;
    fields.set(
      field,
      isRow(row) && cell !== undefined ? withCell(known, Number(row), cell, message) : withMessage(known, message),
    );
  }
  return { fields, form };
}

export function withoutField(errors: FormErrors, name: string): FormErrors {
  if (!errors.fields.has(name)) return errors;
  return { ...errors, fields: new Map([...errors.fields].filter(([other]) => other !== name)) };
}

/** What one is told in addition. */
export function withErrors(errors: FormErrors, more: FormErrors): FormErrors {
  const fields = new Map(errors.fields);
  for (const [name, { messages }] of more.fields)
    fields.set(name, messages.reduce(withMessage, fields.get(name) ?? noFieldErrors));
  return { fields, form: [...new Set([...errors.form, ...more.form])] };
}

/** Only those messages that still hold. */
export function onlyMessages(errors: FormErrors, holds: (message: string) => boolean): FormErrors {
  const fields = [...errors.fields].flatMap(([name, { messages, rows }]): [string, FieldErrors][] => {
    const rest = messages.filter(holds);
    return rest.length > 0 || Object.keys(rows).length > 0 ? [[name, { messages: rest, rows }]] : [];
  });
  return { fields: new Map(fields), form: errors.form.filter(holds) };
}

/** Of a JSON pointer (RFC 6901). */
function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function isRow(segment: string | undefined): boolean {
  return segment !== undefined && /^\d+$/.test(segment);
}

export function withMessage(errors: FieldErrors, message: string): FieldErrors {
  return errors.messages.includes(message) ? errors : { ...errors, messages: [...errors.messages, message] };
}

function withCell(errors: FieldErrors, row: number, cell: string, message: string): FieldErrors {
  return { ...errors, rows: { ...errors.rows, [row]: { ...errors.rows[row], [cell]: message } } };
}
