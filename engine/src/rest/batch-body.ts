// A batch over HTTP: `{ atomic?, operations: [{ op: create | update | delete | restore, id?, values?, version? }] }`.
import { mostOperations, type BatchAnswer } from '../records/batch.ts';
import { isId } from '../records/id.ts';
import type { Values, WriteRequest } from '../records/request.ts';
import { answerText } from '../records/shape.ts';
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';

export interface Batch {
  readonly operations: readonly WriteRequest[];
  readonly atomic: boolean;
}

export function readBatch(entity: string, body: unknown): Batch {
  const { operations, atomic = true } = closedObject(body, ['operations', 'atomic']);
  if (typeof atomic !== 'boolean') throw new Refusal('malformed_request', { reason: 'atomic: true | false' });
  if (!Array.isArray(operations))
    throw new Refusal('malformed_request', { reason: 'operations: [{ op, id?, values? }]' });
  if (operations.length > mostOperations) throw new Refusal('too_big', { limit: `${mostOperations} operations` });
  return {
    operations: operations.map((given, index) => readOperation(entity, given, index)),
    atomic,
  };
}

export function batchText(answer: BatchAnswer): string {
  return answer.ok
    ? `{"ok":true,${answerText(answer.answer).slice(1)}`
    : JSON.stringify({ ok: false, problem: answer.problem });
}

function readOperation(entity: string, given: unknown, index: number): WriteRequest {
  const reason = `operations[${index}]: { op: create | update | delete | restore, id?, values?, version? }`;
  const { op, id, values, version } = closedObject(given, ['op', 'id', 'values', 'version'], `operations[${index}]`);
  if (version !== undefined && version !== null && !Number.isInteger(version))
    throw new Refusal('malformed_request', { reason });
  const seen = typeof version === 'number' ? version : null;
  if (op === 'create' && isValues(values)) return { action: 'create', entity, values };
  if (typeof id === 'string' && isId(id)) {
    if (op === 'update' && isValues(values)) return { action: 'update', entity, id, values, version: seen };
    if (op === 'delete') return { action: 'delete', entity, id, version: seen };
    if (op === 'restore') return { action: 'restore', entity, id };
  }
  throw new Refusal('malformed_request', { reason });
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
