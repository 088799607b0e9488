// References to uploaded files. The engine replaces name, size and type by what it knows of the id.
import { idPattern, readId } from '../lookup/id.ts';
import { ok, refuse, type Refusal } from '../normalized.ts';
import { normalizeTrimmed } from '../text/plain.ts';

export interface FileReference {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MIME type. */
  readonly type: string;
}

export interface FileLimits {
  /** MIME types, `image/*` for all of a kind. */
  readonly accept: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
}

export const fileSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: idPattern },
    name: { type: 'string', minLength: 1, maxLength: 255 },
    size: { type: 'integer', minimum: 0 },
    type: { type: 'string', minLength: 1, maxLength: 127 },
  },
  required: ['id', 'name', 'size', 'type'],
  additionalProperties: false,
} as const;

const mimeType = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/;

export function normalizeFile(
  value: unknown,
  limits: FileLimits,
): { readonly ok: true; readonly value: FileReference } | Refusal {
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.keys(value).some((key) => !(key in fileSchema.properties))
  ) {
    return refuse('not_a_file');
  }
  if (!('id' in value && 'name' in value && 'size' in value && 'type' in value)) return refuse('not_a_file');
  const { size, type } = value;
  const id = readId(value.id);
  const name = normalizeTrimmed(value.name, 255);
  if (!id.ok) return id;
  if (!name.ok) return name;
  if (name.value === null || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    return refuse('not_a_file');
  if (typeof type !== 'string' || type.length > 127 || !mimeType.test(type)) return refuse('not_a_file');
  return (
    refuseFile({ size, type }, limits) ?? ok({ id: id.value, name: name.value, size: size === 0 ? 0 : size, type })
  );
}

function refuseFile(
  { size, type }: Pick<FileReference, 'size' | 'type'>,
  { accept, maxSize }: FileLimits,
): Refusal | undefined {
  if (size > maxSize) return refuse('file_too_big', { max: maxSize });
  const accepted = accept.some((wanted) => wanted === '*/*' || wanted === type || isKind(wanted, type));
  return accepted ? undefined : refuse('file_type_refused', { accept: accept.join(', ') });
}

function isKind(wanted: string, type: string): boolean {
  return wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1));
}
