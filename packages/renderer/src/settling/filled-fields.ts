// What a form fills in by itself, in the order and by the very rules of the server: defaults of a new record, then field by field
// what fills give and what hiding clears, each after those that it depends on. The server settles the record again when it is saved.
import { defaultOf, type ValueOrExpression } from '@trellis/metadata/default-value';
import { fillsByField, type FieldFill } from '@trellis/metadata/fills-by-field';
import { governingFill } from '@trellis/metadata/governing-fill';
import { plainPath } from '@trellis/metadata/plain-path';
import { settlingOrder } from '@trellis/metadata/settling-order';
import type { Scope } from '@trellis/expressions/check';
import type { Entity, Overwrite } from '@trellis/metadata/kinds';
import { isBlank } from '../form/same-value.ts';
import { put, wireAt, type AtHand, type Ground } from './at-hand.ts';
import { fitting } from './fitting.ts';
import { formCondition, formExpression, pathsOf, type FormCondition, type FormExpression } from './form-expression.ts';
import { referenceTo } from './reference-to.ts';
import { readsOf } from './written-entity.ts';

export interface Step {
  readonly field: string;
  readonly paths: readonly (readonly string[])[];
  take(at: AtHand, outcome: StepOutcome): void;
}

/** What a form shows of it beside the values. */
export interface StepOutcome {
  /** Nobody can type over them: they are filled in whenever the record is saved as it is now. */
  readonly governed: Set<string>;
  /** Hidden, and therefore blanked. */
  readonly cleared: Set<string>;
}

type IsKnown = (at: AtHand, paths: readonly (readonly string[])[]) => boolean;

export function filledFields(ground: Ground, written: Entity, scope: Scope, isKnown: IsKnown): readonly Step[] {
  const { entity, model, surroundings } = ground;
  const order = settlingOrder(written);
  const fills = fillsByField(written);
  const given = (says: ValueOrExpression): Given => readGiven(says, scope);

  const defaults = Object.entries(entity.fields).flatMap(([name, field]): [string, Given][] => {
    const says = field.computed ? undefined : defaultOf(field);
    if (says) return [[name, given(says)]];
    // Whoever makes a record owns it.
    return name === 'owner' && field.system ? [[name, { kind: 'value', value: referenceToMe(surroundings.me) }]] : [];
  });
  const defaultOfField = new Map(defaults);
  const settled = order.settled.flatMap((name): Step[] => {
    const field = entity.fields[name];
    if (!field) return [];
    const own = (fills.get(name) ?? []).map((fill) => readFill(written, fill, { scope, given }));
    const visible = field.when_hidden === 'clear' ? formCondition(field.visible, true, scope) : true;
    return [
      {
        field: name,
        paths: [...own.flatMap(({ when, value }) => [...pathsOf(when), ...pathsGiven(value)]), ...pathsOf(visible)],
        take(at, outcome) {
          // What says nothing new is no write.
          if (at.touched?.size === 0) return;
          if (own.length > 0 && mayFill(at, name)) fillIn(at, name, own, outcome);
          if (isBlank(at.values[name]) || visible === null || !isKnown(at, pathsOf(visible)) || holds(visible, at))
            return;
          put(at, name, null);
          outcome.cleared.add(name);
        },
      },
    ];
  });
  const unseen = Object.entries(entity.fields).flatMap(([name, field]) =>
    field.settled_unseen ? [leftOpen(name)] : [],
  );
  return [...unseen, ...order.defaults(defaultOfField.keys()).flatMap(defaultStep), ...settled];

  /** How it is filled in is out of the reader's sight. */
  function leftOpen(name: string): Step {
    const take = (at: AtHand): void => {
      if (at.touched?.size !== 0 && !Object.hasOwn(at.said, name)) at.unknown.add(name);
    };
    return { field: name, paths: [], take };
  }

  function defaultStep(name: string): Step[] {
    const value = defaultOfField.get(name);
    if (!value) return [];
    return [
      {
        field: name,
        paths: pathsGiven(value),
        take(at) {
          if (at.old || Object.hasOwn(at.said, name)) return;
          const worked = worksOut(at, name, value);
          if (worked.isKnown) put(at, name, worked.value ?? null);
          else at.unknown.add(name);
        },
      },
    ];
  }

  function fillIn(at: AtHand, name: string, own: readonly OwnFill[], { governed }: StepOutcome): void {
    const isNamed = Object.hasOwn(at.said, name);
    const isStored = at.old !== null && !isBlank(at.old[name]);
    const taken = isNamed ? 'said' : isStored ? 'stored' : null;
    let isSure = true;
    const fill = governingFill(
      own,
      ({ when }) => {
        isSure &&= when !== null && isKnown(at, pathsOf(when));
        return !isSure || (when !== null && holds(when, at));
      },
      { touched: at.touched, taken },
    );
    // Were its condition known, another fill might have its way.
    if (!fill && isSure) return;
    const worked = isSure && fill ? worksOut(at, name, fill.value) : { isKnown: false as const };
    if (!worked.isKnown) return void at.unknown.add(name);
    if (worked.value === undefined) return;
    if (worked.value === null && (isNamed || at.old === null || !fill?.overwrite)) return;
    put(at, name, worked.value);
    if (fill?.overwrite === true) governed.add(name);
  }

  /** Who sees a record depends on whom it belongs to: that stays with those who may transfer it. */
  function mayFill({ old }: AtHand, name: string): boolean {
    return !entity.fields[name]?.system || model.can(old ? 'update' : 'create', entity.name, undefined, name);
  }

  /** `value`: undefined where it does not fit its field. */
  function worksOut(
    at: AtHand,
    name: string,
    says: Given,
  ): { readonly isKnown: true; readonly value: unknown } | { readonly isKnown: false } {
    const field = entity.fields[name];
    if (!field) return { isKnown: false };
    if (says.kind === 'value') return { isKnown: true, value: fitting(model, field, says.value) };
    if (says.expression === null || !isKnown(at, says.expression.paths)) return { isKnown: false };
    const source = says.path && model.field(entity.name, says.path.join('.'))?.field;
    const isCopied = source && source.type === field.type;
    const value = says.path && isCopied ? wireAt(at, says.path) : says.expression.value(at.context);
    const named = referenceTo(at, field, value);
    return named === undefined ? { isKnown: false } : { isKnown: true, value: fitting(model, field, named) };
  }
}

type Given =
  | { readonly kind: 'value'; readonly value: unknown }
  /** `path`: it is nothing but a name, and what stands there is copied whole. */
  | {
      readonly kind: 'expression';
      readonly expression: FormExpression | null;
      readonly path: readonly string[] | null;
    };

interface OwnFill {
  readonly when: FormCondition;
  readonly value: Given;
  readonly overwrite: Overwrite;
  readonly conditionReads: ReadonlySet<string>;
  readonly valueReads: ReadonlySet<string>;
}

function readFill(
  written: Entity,
  { when, value, overwrite }: FieldFill,
  { scope, given }: { readonly scope: Scope; given(says: ValueOrExpression): Given },
): OwnFill {
  const read = formCondition(when, true, scope);
  const gives = given(value);
  return {
    when: read,
    value: gives,
    overwrite,
    conditionReads: readsOf(written, when, pathsOf(read)),
    valueReads: value.kind === 'value' ? new Set() : readsOf(written, value.json, pathsGiven(gives)),
  };
}

function readGiven(says: ValueOrExpression, scope: Scope): Given {
  if (says.kind === 'value') return says;
  return { kind: 'expression', expression: formExpression(says.json, scope), path: plainPath(says.json) };
}

function pathsGiven(says: Given): FormExpression['paths'] {
  return says.kind === 'expression' ? (says.expression?.paths ?? []) : [];
}

function holds(condition: boolean | FormExpression, at: AtHand): boolean {
  return typeof condition === 'boolean' ? condition : condition.holds(at.context);
}

function referenceToMe({ user }: Ground['surroundings']['me']): { readonly id: string; readonly title: string } {
  return { id: user.id, title: user.name };
}
