// Stage 1 of a write: may this asker do this to this entity, and are the names in the body ones that they may set?
import type { RecordAction } from '../model/access.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal, type Fault } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import { fieldAccess, readableEntity, type Judgement } from './judgement.ts';
import type { Values, WriteRequest } from './request.ts';

export interface AuthorisedWrite<Request extends WriteRequest = WriteRequest> {
  readonly judge: Judgement;
  readonly entity: CompiledEntity;
  readonly request: Request;
  /** The fields that the body sets, in its order. */
  readonly given: readonly CompiledField[];
}

const rightFor = { create: 'create', update: 'update', delete: 'delete', restore: 'delete' } as const;

export function authoriseWrite<Request extends WriteRequest>(
  judge: Judgement,
  request: Request,
): AuthorisedWrite<Request> {
  const entity = entityFor(judge, request);
  const right: RecordAction = rightFor[request.action];
  if (judge.access.row(entity.name, right).kind === 'none') throw new Refusal('forbidden');
  const values: Values = 'values' in request ? request.values : {};
  return { judge, entity, request, given: givenFields(judge, entity, values, right) };
}

/** Whoever may create but not read still knows that the entity exists. */
function entityFor(judge: Judgement, request: WriteRequest): CompiledEntity {
  const entity = judge.model.entities.get(request.entity);
  if (entity && judge.access.row(entity.name, rightFor[request.action]).kind !== 'none') return entity;
  return readableEntity(judge, request.entity);
}

function givenFields(judge: Judgement, entity: CompiledEntity, values: Values, right: RecordAction): CompiledField[] {
  const unknown: Fault[] = [];
  const forbidden: Fault[] = [];
  const fixed: Fault[] = [];
  const { language } = judge.asker;
  // Whoever may only write, as through a form for strangers, knows the fields that they write.
  const writesOnly = judge.access.row(entity.name, 'read').kind === 'none';
  const hidden = (field: CompiledField): boolean => !writesOnly && fieldAccess(judge, field) === 'never';
  const fields = Object.keys(values).flatMap((name) => {
    const field = entity.fields.get(name);
    if (!field || hidden(field)) unknown.push(valueFault(name, 'unknown_field', language));
    else if (!field.writable) fixed.push(valueFault(name, 'read_only', language));
    else if (judge.access.field(entity.name, name, right) === 'never')
      forbidden.push(valueFault(name, 'read_only', language));
    else return [field];
    return [];
  });
  const [first] = unknown;
  if (first) throw new Refusal('unknown_field', { name: first.path.slice(1) }, unknown);
  if (forbidden.length) throw new Refusal('forbidden', {}, forbidden);
  if (fixed.length) throw new Refusal('invalid_values', {}, fixed);
  return fields;
}
