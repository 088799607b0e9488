// Checks a form's values before they are sent: by the form's precompiled validator (an ES module of the server, so that nothing is
// compiled in the page), then by each field's own type, which also knows the words for what is wrong.
import { isInvisible } from '@trellis/field-types/invisible';
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import { messageOf } from '@trellis/field-types/messages';
import type { FieldContext } from '@trellis/field-types/contract';
import type { PublishedField } from '@trellis/client/metadata';
import type { Model, RecordData } from '../model.ts';
import type { LocatedMessage } from './field-errors.ts';
import { writtenValues } from './written-values.ts';

export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null | undefined;
}

export interface ValidateTexts {
  readonly required: string;
  readonly invalid: string;
}

export interface Validation {
  readonly model: Model;
  readonly entity: string;
  readonly validator: Validator;
  readonly texts: ValidateTexts;
  /** Fields that are required now, by whatever rule. */
  readonly required: readonly string[];
  readonly isShown: (field: string) => boolean;
}

export function validateValues(values: RecordData, validation: Validation): readonly LocatedMessage[] {
  const { model, entity, texts, isShown } = validation;
  const present = withoutBlanks(writtenValues(model, entity, values));
  const found = new Map<string, string>();
  const add = (path: string, message: string | undefined): void => {
    const [, name = ''] = path.split('/');
    if (message !== undefined && isShown(name) && !found.has(path)) found.set(path, message);
  };
  for (const path of missingPaths(present, validation)) add(path, texts.required);
  for (const error of schemaErrors(present, validation)) {
    const path = pathOf(error);
    add(
      path,
      error.keyword === 'required' ? texts.required : (messageAt(path, present, model, entity) ?? texts.invalid),
    );
  }
  for (const [name, value] of Object.entries(present))
    add(`/${name}`, refusal(value, model.field(entity, name)?.field, model));
  return [...found].map(([path, message]) => ({ path, message }));
}

/** Required fields without a value: of the record, and of each row below it. */
function missingPaths(present: RecordData, { required, model, entity }: Validation): readonly string[] {
  const own = required
    .filter((name) => isMissing(present[name]) || isInvisible(present[name]))
    .map((name) => `/${name}`);
  const ofRows = Object.entries(present).flatMap(([name, rows]) => {
    const table = model.field(entity, name)?.field;
    if (table?.type !== 'child_table' || !Array.isArray(rows)) return [];
    const { fields = {}, fills = {} } = model.entity(table.entity) ?? {};
    const filled = new Set(Object.values(fills).flatMap(({ set }) => Object.keys(set)));
    const needed = Object.entries(fields).filter(
      ([cell, field]) =>
        isNeeded(field) && !filled.has(cell) && field.settled_unseen !== true && cell !== table.parent_field,
    );
    return rows.flatMap((row: RecordData, index) =>
      needed
        .filter(([cell]) => isMissing(row[cell]) || isInvisible(row[cell]))
        .map(([cell]) => `/${name}/${index}/${cell}`),
    );
  });
  return [...own, ...ofRows];
}

/** What has a default, like what has a fill, the server may fill in. */
function isNeeded(field: PublishedField): boolean {
  return field.required === true && !field.system && field.read_only !== true && field.default === undefined;
}

function schemaErrors(present: RecordData, { validator }: Validation): readonly SchemaError[] {
  return validator(present) ? [] : (validator.errors ?? []);
}

function pathOf({ instancePath, keyword, params }: SchemaError): string {
  const missing = keyword === 'required' ? params['missingProperty'] : undefined;
  return typeof missing === 'string' ? `${instancePath}/${missing}` : instancePath;
}

/** In the words of the field that the path leads to: one of the record's own, or of a row below it. */
function messageAt(path: string, values: RecordData, model: Model, entity: string): string | undefined {
  const [name = '', row = '', cell = ''] = path.split('/').slice(1);
  const field = model.field(entity, name)?.field;
  if (field?.type !== 'child_table' || cell === '') return refusal(values[name], field, model);
  const rows = values[name];
  const cells = Array.isArray(rows) ? (rows[Number(row)] as RecordData | undefined) : undefined;
  return refusal(cells?.[cell], model.field(field.entity, cell)?.field, model);
}

function refusal(value: unknown, field: PublishedField | undefined, model: Model): string | undefined {
  if (!field || value === undefined || value === null || !isFieldTypeName(field.type)) return undefined;
  const type = fieldType(field.type);
  if (type.relation || type.generated) return undefined;
  const context: FieldContext = {
    options: model.options(field),
    currency: model.metadata.currency,
    country: model.metadata.country,
  };
  const normalized = type.normalize(value, field, context);
  if (normalized.ok) return undefined;
  const { message, hint } = messageOf(normalized.code, normalized.params, model.language);
  return `${message} ${hint}`;
}

/** A blank value is as good as none: `required` speaks of both. */
function withoutBlanks(values: RecordData): RecordData {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isMissing(value)));
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
