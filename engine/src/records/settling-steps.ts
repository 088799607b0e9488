// The steps by which records of an entity settle, in their order. They are taken together as long as none of them looks through a
// look-up that one before it may have set: what stands behind that is read in between.
import { fitted } from '@trellis/field-types/fitted';
import { governingFill } from '@trellis/metadata/governing-fill';
import { holds } from '../model/expression.ts';
import type { CompiledEntity, CompiledField, DefaultValue, FillValue, Rule, SettledField } from '../model/model.ts';
import { ofDefault, ofSettled } from './conditions-of.ts';
import { wireKey } from './load-related.ts';
import { normalValue } from './normalise.ts';
import { contextFor } from './record-context.ts';
import { isBlank } from './same-value.ts';
import { contextOf, put, valueOf, type Unsettled } from './unsettled.ts';

export interface StepsTogether {
  readonly steps: readonly Step[];
  /** Through which they look. */
  readonly lookups: ReadonlySet<string>;
}

type Step = (record: Unsettled) => void;

const known = new WeakMap<CompiledEntity, readonly StepsTogether[]>();

export function settlingSteps(entity: CompiledEntity): readonly StepsTogether[] {
  let steps = known.get(entity);
  if (!steps) known.set(entity, (steps = together(stepsOf(entity))));
  return steps;
}

interface SingleStep {
  readonly field: string;
  readonly lookups: ReadonlySet<string>;
  readonly step: Step;
}

function stepsOf(entity: CompiledEntity): readonly SingleStep[] {
  return [
    ...entity.defaults.map((field) => ({
      field: field.name,
      lookups: lookupsIn(ofDefault(field)),
      step: (record: Unsettled) => giveDefault(record, field),
    })),
    ...entity.settled.map((settled) => ({
      field: settled.field.name,
      lookups: lookupsIn(ofSettled(settled)),
      step(record: Unsettled) {
        // What says nothing new is no write.
        if (record.touched?.size === 0) return;
        fillIn(record, settled);
        if (settled.isCleared) clearHidden(record, settled.field);
      },
    })),
  ];
}

function together(steps: readonly SingleStep[]): readonly StepsTogether[] {
  const groups: SingleStep[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    if (group && !group.some(({ field }) => step.lookups.has(field))) group.push(step);
    else groups.push([step]);
  }
  return groups.map((group) => ({
    steps: group.map(({ step }) => step),
    lookups: new Set(group.flatMap(({ lookups }) => [...lookups])),
  }));
}

function lookupsIn(rules: readonly Rule[]): ReadonlySet<string> {
  const paths = rules.flatMap((rule) => (typeof rule === 'boolean' ? [] : rule.paths));
  return new Set(paths.flatMap(([root = '', ...rest]) => (rest.length > 0 ? [root] : [])));
}

/** A default that does not fit (an option since withdrawn, say) leaves the field blank; required then asks for it. */
function giveDefault(record: Unsettled, field: CompiledField): void {
  const { old, named } = record.incoming;
  if (old || named.has(field.name)) return;
  put(record, field, fitting(record, field, given(record, field.defaultValue)) ?? null);
}

function fillIn(record: Unsettled, { field, fills }: SettledField): void {
  if (fills.length === 0 || !mayFill(record, field)) return;
  const { old, named } = record.incoming;
  const isNamed = named.has(field.name);
  const isStored = old !== null && !isBlank(old[field.name]);
  const taken = isNamed ? 'said' : isStored ? 'stored' : null;
  const { touched } = record;
  const fill = governingFill(fills, ({ when }) => holds(when, contextOf(record)), { touched, taken });
  if (!fill) return;
  const value = fitting(record, field, given(record, fill.value));
  if (value === undefined) return;
  // What comes to nothing takes away what is stored, never what has just been written or given by default.
  if (value === null && (isNamed || old === null || !fill.overwrite)) return;
  put(record, field, value);
}

/** Who sees a record depends on whom it belongs to: that stays with those who may transfer it. */
function mayFill({ judge, entity, incoming }: Unsettled, { system, name }: CompiledField): boolean {
  return !system || judge.access.field(entity.name, name, incoming.old ? 'update' : 'create') === 'always';
}

function clearHidden(record: Unsettled, field: CompiledField): void {
  if (!isBlank(valueOf(record, field.name)) && !holds(field.visible, contextOf(record))) put(record, field, null);
}

function given(record: Unsettled, value: DefaultValue | FillValue): unknown {
  switch (value.kind) {
    case 'none':
      return null;
    case 'constant':
      return value.value;
    case 'copy':
      return value.path.length > 1 ? record.related[wireKey(value.path)] : valueOf(record, value.path[0] ?? '');
    case 'expression':
      return value.expression.value(value.expression.paths.length > 0 ? contextOf(record) : withoutRecord(record));
  }
}

/** Many look at no more than the asker or the clock. */
function withoutRecord({ judge, entity }: Unsettled): ReturnType<typeof contextFor> {
  return contextFor(judge, entity, { values: {}, related: {} });
}

/** @returns the canonical value, null for blank, undefined where it does not fit its field. */
function fitting({ judge }: Unsettled, field: CompiledField, value: unknown): unknown {
  const normal = normalValue(field, fitted(field.type, field.definition, value), judge.asker.language);
  return 'value' in normal ? normal.value : undefined;
}
