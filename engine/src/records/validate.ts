// Stage 5 of a write, pure: conditions and rules held against the settled record, every fault at once. Of each field the first that
// is found: read-only → visible → options → required; then the rules of the entity.
import { isInvisible } from '@trellis/field-types/invisible';
import { labelOf } from '@trellis/metadata/labels';
import { holds } from '../model/expression.ts';
import type { CompiledField, CompiledRule } from '../model/model.ts';
import { Refusal, type Fault } from '../problems/problem.ts';
import { pointer, valueFault } from '../problems/value-fault.ts';
import type { ValueCode } from '../problems/value-codes.ts';
import { reads } from './conditions-of.ts';
import type { Draft, Judged } from './draft.ts';
import { isOffered } from './offered-options.ts';
import { contextFor } from './record-context.ts';
import { isBlank, sameValue } from './same-value.ts';

/**
 * @returns the faults of the merged record. A condition or rule is asked when the record is made, and later when a field
 * that it reads or speaks of is touched: old records that a new rule finds fault with can still be worked on.
 */
export function faultsOf(draft: Draft): Fault[] {
  const { entity, old, values, related } = draft;
  const merged = { ...old, ...values };
  const context = contextFor(draft, entity, { values: merged, related }, old);
  const judged: Judged = { ...draft, merged, context, touched: touchedNames(draft) };
  const ofFields = [...entity.fields.values()].flatMap((field) => fieldFaults(judged, field));
  // A rule about a field that is missing says nothing new.
  const known = new Set(ofFields.map(({ path }) => path));
  const ofRules = entity.rules.flatMap((rule) => ruleFaults(judged, rule));
  const faults = [
    ...ofFields.map((fault) => inSight(draft, fault, 'out_of_sight')),
    ...ofRules.filter(({ path }) => !known.has(path)).map((fault) => inSight(draft, fault, null)),
  ];
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.code}`, fault])).values()];
}

/** Of a field that the writer neither reads nor sets not even the name is told; `code`: what is said instead. */
function inSight({ access, asker, entity, old }: Draft, fault: Fault, code: ValueCode | null): Fault {
  const [name = ''] = namesOf([fault]);
  const field = entity.fields.get(name);
  const actions = ['read', old ? 'update' : 'create'] as const;
  if (!field || actions.some((action) => access.field(entity.name, name, action) !== 'never')) return fault;
  return { ...(code === null ? fault : valueFault(name, code, asker.language)), path: '' };
}

/** The names at the head of faults' paths. */
export function namesOf(faults: readonly Fault[]): ReadonlySet<string> {
  return new Set(faults.map(({ path }) => path.split('/')[1] ?? ''));
}

export function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new Refusal('invalid_values', {}, faults);
}

function touchedNames({ old, values }: Draft): ReadonlySet<string> | null {
  return old && new Set(Object.keys(values).filter((name) => !sameValue(values[name], old[name])));
}

function fieldFaults(judged: Judged, field: CompiledField): Fault[] {
  if (!field.writable || judged.wrong?.has(field.name)) return [];
  const code = fieldFault(judged, field);
  return code ? [valueFault(field.name, code, judged.asker.language)] : [];
}

function fieldFault(judged: Judged, field: CompiledField): ValueCode | null {
  const { old, merged, said, touched, context } = judged;
  const value = merged[field.name];
  const isSaid = said.has(field.name);
  if (isSaid && (field.readOnly === true || (old && holds(field.readOnly, context)))) return 'read_only';
  if (!holds(field.visible, context)) return isSaid && !isBlank(value) ? 'not_applicable' : null;
  if (!isOffered(judged, field)) return 'option_not_offered';
  const isAsked =
    touched === null || touched.has(field.name) || reads(field.required, touched) || reads(field.visible, touched);
  return isAsked && (isBlank(value) || isInvisible(value)) && holds(field.required, context) ? 'required' : null;
}

function ruleFaults({ asker, wrong, touched, context }: Judged, rule: CompiledRule): Fault[] {
  if (wrong && (reads(rule.when, wrong) || reads(rule.check, wrong))) return [];
  if (touched && !reads(rule.when, touched) && !reads(rule.check, touched)) return [];
  if (!holds(rule.when, context) || holds(rule.check, context)) return [];
  return [{ path: rule.at ? pointer(rule.at) : '', code: rule.name, message: labelOf(rule.message, asker.language) }];
}
