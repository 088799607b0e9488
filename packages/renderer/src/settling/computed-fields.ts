// Formulas and looked-up fields of a form, worked out as it is filled in; what a roll-up gathers stays as it is stored. A value is
// asked for when it is wanted, so that one formula in another is right whatever changes first.
import { ownReads } from '@trellis/metadata/own-reads';
import { writtenExpression } from '@trellis/metadata/written';
import type { Scope } from '@trellis/expressions/check';
import type { Entity } from '@trellis/metadata/kinds';
import { scalarRecord } from '../conditions/scalar-record.ts';
import { knows, wireAt, type AtHand, type Ground } from './at-hand.ts';
import { formExpressionOf, type FormExpression } from './form-expression.ts';
import { anyOf } from './written-entity.ts';

export interface ComputedFields {
  readonly paths: readonly (readonly string[])[];
  /** Lets expressions over the record at hand see what each comes to. */
  attach(at: AtHand): void;
  /** Whether the form can tell, also of fields that are not computed. */
  isKnown(at: AtHand, name: string): boolean;
  /** As they are to be shown: what cannot be told stays as it is stored until the record is saved. */
  shown(at: AtHand): Readonly<Record<string, unknown>>;
  readonly names: readonly string[];
}

interface ComputedField {
  readonly name: string;
  /** Fields that it comes down to. */
  readonly reads: ReadonlySet<string>;
  /** Null: the server alone can tell. */
  readonly expression: FormExpression | null;
  /** Of a looked-up field, whose value may be more than expressions see of it. */
  readonly copied: readonly string[] | null;
}

interface Outcome {
  readonly revision: number;
  readonly isKnown: boolean;
  readonly value: unknown;
  /** What expressions see of it. */
  readonly scalar: unknown;
}

/** @param written the entity with its computed fields as metadata writes them. */
export function computedFields({ entity }: Pick<Ground, 'entity'>, written: Entity, scope: Scope): ComputedFields {
  const all = new Map(
    Object.entries(entity.fields).flatMap(([name, { computed, ...result }]): [string, ComputedField][] => {
      if (!computed) return [];
      const reads = ownReads(written, { var: name });
      if (computed.type !== 'formula' && computed.type !== 'looked_up')
        return [[name, { name, reads, expression: null, copied: null }]];
      const copied = computed.type === 'looked_up' ? [...computed.via.split('.'), computed.field] : null;
      const expression = formExpressionOf(writtenExpression(computed, result), scope);
      return [[name, { name, reads, expression, copied }]];
    }),
  );
  const rows = Object.keys(entity.fields).filter((name) => entity.fields[name]?.type === 'child_table');
  const known = new WeakMap<AtHand, Map<string, Outcome>>();

  const outcome = (at: AtHand, field: ComputedField): Outcome => {
    let outcomes = known.get(at);
    if (!outcomes) known.set(at, (outcomes = new Map()));
    const last = outcomes.get(field.name);
    if (last?.revision === at.revision) return last;
    // Metadata in which a field leads back to itself is refused; should one come all the same, it ends here.
    outcomes.set(field.name, unknownAt(at));
    const found = workedOut(at, field);
    outcomes.set(field.name, found);
    return found;
  };
  const workedOut = (at: AtHand, { name, reads, expression, copied }: ComputedField): Outcome => {
    const { revision, old, touched } = at;
    const isAsStored = touched !== null && !anyOf(reads, touched) && !anyOf(reads, at.unknown);
    const isGathered = expression === null && (touched === null || anyOf(rows, touched));
    if (isAsStored && !isGathered && old && Object.hasOwn(old, name)) {
      const scalar = scalarRecord(entity, { [name]: old[name] })[name];
      return { revision, isKnown: true, value: old[name], scalar };
    }
    if (!expression?.paths.every((path) => knows(at, path, (other) => isKnownField(at, other)))) return unknownAt(at);
    const scalar = expression.value(at.context);
    return { revision, isKnown: true, value: copied ? wireAt(at, copied) : scalar, scalar };
  };
  const isKnownField = (at: AtHand, name: string): boolean => {
    const field = all.get(name);
    return !field || outcome(at, field).isKnown;
  };
  return {
    paths: [...all.values()].flatMap(({ expression }) => expression?.paths ?? []),
    attach(at) {
      for (const field of all.values()) {
        const get = (): unknown => outcome(at, field).scalar;
        Object.defineProperty(at.record, field.name, { get, enumerable: true, configurable: true });
      }
    },
    isKnown: isKnownField,
    names: [...all.keys()],
    shown: (at) =>
      Object.fromEntries(
        [...all.values()].map((field) => {
          const { isKnown, value } = outcome(at, field);
          return [field.name, (isKnown ? value : at.old?.[field.name]) ?? null];
        }),
      ),
  };
}

function unknownAt({ revision }: AtHand): Outcome {
  return { revision, isKnown: false, value: null, scalar: null };
}
