// Which options a record may have chosen: those that its other values leave on offer. Asked, as by the server, when the choice or
// what decides on it has changed, so that what was chosen before can stay.
import type { PublishedEntity, PublishedField } from '@trellis/client/metadata';
import { scopeOf } from '../conditions/scope.ts';
import { isBlank } from '../form/same-value.ts';
import type { Model } from '../model.ts';
import type { AtHand } from './at-hand.ts';
import { formCondition, pathsOf, type FormCondition, type FormExpression } from './form-expression.ts';
import { anyOf, readsOf, writtenEntity } from './written-entity.ts';

/** Null where it cannot be told. */
export type Truth = (at: AtHand, condition: FormCondition) => boolean | null;

export interface Offers {
  /** Fields whose options depend on other values. */
  readonly fields: readonly string[];
  /** The options that may be chosen now; null: all of them. */
  offered(at: AtHand, field: string): ReadonlySet<string> | null;
  isOffered(at: AtHand, field: string): boolean;
  readonly paths: FormExpression['paths'];
}

interface Offer {
  readonly when: FormCondition;
  readonly reads: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

export function readOffers(model: Model, entity: PublishedEntity, truth: Truth): Offers {
  const scope = scopeOf(model, entity.name);
  const written = writtenEntity(entity);
  const read = (field: PublishedField): readonly Offer[] => {
    const own = !field.computed && 'offers' in field ? (field.offers ?? []) : [];
    return own.map(({ when, values }) => {
      const condition = formCondition(when, true, scope);
      return { when: condition, reads: readsOf(written, when, pathsOf(condition)), values: new Set(values) };
    });
  };
  const fields = Object.entries(entity.fields);
  const offers = new Map(
    fields.flatMap(([name, field]): [string, readonly Offer[]][] => {
      const own = read(field);
      return own.length > 0 ? [[name, own]] : [];
    }),
  );
  const above = new Map(
    fields.flatMap(([name, field]): [string, string][] => {
      const upper = fieldAbove(model, entity, field);
      return upper === undefined ? [] : [[name, upper]];
    }),
  );

  const offered = (at: AtHand, field: string): ReadonlySet<string> | null => {
    for (const { when, values } of offers.get(field) ?? []) {
      const holds = truth(at, when);
      if (holds !== false) return holds === null ? null : values;
    }
    return null;
  };
  const isAmongOffers = (at: AtHand, field: string): boolean => {
    const { touched } = at;
    if (touched && !touched.has(field) && !offers.get(field)?.some(({ reads }) => anyOf(reads, touched))) return true;
    const values = offered(at, field);
    return values === null || [at.values[field]].flat().every((value) => values.has(String(value)));
  };
  const goesWithAbove = (at: AtHand, name: string): boolean => {
    const [upper, field] = [above.get(name), entity.fields[name]];
    if (upper === undefined || !field || isBlank(at.values[upper])) return true;
    if (at.touched && !at.touched.has(name) && !at.touched.has(upper)) return true;
    const chosenAbove = [at.values[upper]].flat();
    return [at.values[name]].flat().every((value) => {
      const parent = model.options(field).find((option) => option.value === value)?.parent;
      return parent === undefined || chosenAbove.includes(parent);
    });
  };
  return {
    fields: [...new Set([...offers.keys(), ...above.keys()])],
    offered,
    isOffered: (at, name) => isBlank(at.values[name]) || (goesWithAbove(at, name) && isAmongOffers(at, name)),
    paths: [...offers.values()].flat().flatMap(({ when }) => pathsOf(when)),
  };
}

/** The first field that chooses from the set above the field's own. */
function fieldAbove(model: Model, entity: PublishedEntity, field: PublishedField): string | undefined {
  const set = field.computed ? undefined : setOf(field);
  const parent = set === undefined ? undefined : model.metadata.option_sets[set]?.parent;
  if (parent === undefined) return undefined;
  return Object.entries(entity.fields).find(([, other]) => setOf(other) === parent)?.[0];
}

function setOf(field: PublishedField): string | undefined {
  return 'options' in field && typeof field.options === 'string' ? field.options : undefined;
}
