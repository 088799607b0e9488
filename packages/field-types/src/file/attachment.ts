// What files and images have in common: one reference or a list of them in a jsonb column.
import { Type } from '@sinclair/typebox';
import type { Normalized, ValueType } from '../contract.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { presenceMeasures, presenceOperators } from '../operators.ts';
import { readList, writeList } from '../tags/list-text.ts';
import { fileSchema, normalizeFile, type FileReference } from './reference.ts';

export const attachmentOptions = {
  multiple: Type.Optional(Type.Boolean({ default: false })),
  max_items: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  max_size: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_073_741_824, description: 'Bytes.' })),
  accept: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-z0-9!#$&^_.+*-]+/[a-z0-9!#$&^_.+*-]+$' }), {
      minItems: 1,
      description: 'MIME types, such as application/pdf or image/*.',
    }),
  ),
};

export interface AttachmentField {
  readonly multiple?: boolean;
  readonly max_items?: number;
  readonly max_size?: number;
  readonly accept?: readonly string[];
}

/** One file, or with `multiple` a list. */
export type Attachment = FileReference | readonly FileReference[];

export interface AttachmentKind {
  readonly accept: readonly string[];
  readonly maxSize: number;
  readonly fake: (random: () => number) => FileReference;
}

const defaultMaxItems = 20;

/** The members of a type of attachments; `kind` says what it accepts where the field says nothing. */
export function attachment(kind: AttachmentKind) {
  const normalize = (value: unknown, field: AttachmentField) => normalizeAttachment(value, field, kind);
  return {
    group: 'file',
    column: () => ({ type: 'jsonb' }),
    valueType: (): ValueType => 'json',
    schema: ({ multiple = false, max_items = defaultMaxItems }: AttachmentField) =>
      multiple ? { type: 'array', items: fileSchema, maxItems: max_items } : fileSchema,
    normalize,
    toColumn: (value: Attachment) => JSON.stringify(value),
    parse: (text: string, field: AttachmentField) => parse(text, field, normalize),
    format: (value: Attachment, _field: AttachmentField, { language }: { readonly language: string }) =>
      writeList([value].flat().map(fileText), language),
    operators: presenceOperators,
    sortable: false,
    groupable: false,
    searchable: false,
    unique: false,
    measures: presenceMeasures,
    fake: (random: () => number, { multiple = false }: AttachmentField): Attachment =>
      multiple ? [kind.fake(random), kind.fake(random)] : kind.fake(random),
  } as const;
}

function normalizeAttachment(value: unknown, field: AttachmentField, kind: AttachmentKind): Normalized<Attachment> {
  const limits = { accept: field.accept ?? kind.accept, maxSize: field.max_size ?? kind.maxSize };
  if (field.multiple !== true) return normalizeFile(value, limits);
  if (!Array.isArray(value)) return refuse('not_a_list');
  const max = field.max_items ?? defaultMaxItems;
  if (value.length > max) return refuse('too_many_items', { max });
  const files = new Map<string, FileReference>();
  for (const item of value) {
    const file = normalizeFile(item, limits);
    if (!file.ok) return file;
    if (!files.has(file.value.id)) files.set(file.value.id, file.value);
  }
  return files.size === 0 ? blank : ok([...files.values()]);
}

/** `plan.pdf [id 1024 application/pdf]`: its name first for people, the rest to read it back. */
function fileText({ id, name, size, type }: FileReference): string {
  return `${name} [${id} ${size} ${type}]`;
}

function parse(
  text: string,
  field: AttachmentField,
  normalize: (value: unknown, field: AttachmentField) => Normalized<Attachment>,
): Normalized<Attachment> {
  const files: unknown[] = [];
  const read = readList(text);
  if (!read.ok) return read;
  for (const entry of read.value) {
    const match = /^(.+) \[([0-9a-f-]{36}) (\d{1,16}) (\S+)\]$/s.exec(entry);
    if (match === null) return refuse('not_a_file');
    const [, name, id, size, type] = match;
    files.push({ id, name, size: Number(size), type });
  }
  if (files.length === 0) return blank;
  if (field.multiple === true) return normalize(files, field);
  return files.length === 1 ? normalize(files[0], field) : refuse('too_many_items', { max: 1 });
}
