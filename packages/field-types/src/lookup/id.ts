// Ids of records: UUIDs, alone or as `{ id }` like they are read.
import type { JsonSchema } from '../contract.ts';
import { ok, refuse, type Refusal } from '../normalized.ts';

/** Of an id as a JSON Schema and JavaScript write it. */
export const idPattern = '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$';
const shape = new RegExp(idPattern);

export const idSchema: JsonSchema = {
  type: ['string', 'object'],
  pattern: idPattern,
  properties: { id: { type: 'string', pattern: idPattern } },
  required: ['id'],
};

/** An id, or an object that carries one. */
export function normalizeId(value: unknown): { readonly ok: true; readonly value: string } | Refusal {
  return readId(typeof value === 'object' && value !== null && 'id' in value ? value.id : value);
}

/** In small letters, as PostgreSQL writes it. */
export function readId(value: unknown): { readonly ok: true; readonly value: string } | Refusal {
  return typeof value === 'string' && shape.test(value) ? ok(value.toLowerCase()) : refuse('not_an_id');
}
