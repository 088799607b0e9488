// What the record in a form comes to by itself as it is filled in: defaults, fills, hidden values, formulas. Pure: what was typed and
// what is stored in, all values out, from the start at every change, so that the way there makes no difference.
import type { PublishedEntity } from '@trellis/client/metadata';
import type { Surroundings } from '../conditions/compile.ts';
import { scopeWithRows } from '../conditions/scope.ts';
import type { Model, RecordData } from '../model.ts';
import { atHand, knows, type AtHand, type Incoming } from './at-hand.ts';
import { computedFields } from './computed-fields.ts';
import { filledFields } from './filled-fields.ts';
import { partlySeenTables } from './partly-seen.ts';
import { writtenEntity } from './written-entity.ts';

export interface Settled {
  readonly values: RecordData;
  /** Fields that are filled in whenever the record is saved as it is now, whatever is typed there. */
  readonly governed: ReadonlySet<string>;
  /** Fields that were blanked because a condition hides them. */
  readonly cleared: ReadonlySet<string>;
  /** Fields of which the server may come to something else. */
  readonly open: ReadonlySet<string>;
  /** As expressions see it. */
  readonly at: AtHand;
}

export interface Settler {
  settle(incoming: Incoming): Settled;
  /** Whether it is certain what an expression finds at these paths. */
  isKnown(at: AtHand, paths: readonly (readonly string[])[]): boolean;
  /** Those that may be filled in without being typed. */
  readonly fields: ReadonlySet<string>;
  /** All that is read on the way. */
  readonly paths: readonly (readonly string[])[];
}

export function createSettler(model: Model, entity: PublishedEntity, surroundings: Surroundings): Settler {
  const ground = { model, entity, surroundings, partlySeen: partlySeenTables(model, entity) };
  const written = writtenEntity(entity);
  const scope = scopeWithRows(model, entity.name);
  const computed = computedFields(ground, written, scope);
  const isKnown: Settler['isKnown'] = (at, paths) =>
    paths.every((path) => knows(at, path, (name) => computed.isKnown(at, name)));
  const steps = filledFields(ground, written, scope, isKnown);
  return {
    isKnown,
    fields: new Set(steps.map(({ field }) => field)),
    paths: [...computed.paths, ...steps.flatMap(({ paths }) => paths)],
    settle(incoming) {
      const at = atHand(ground, incoming);
      const outcome = { governed: new Set<string>(), cleared: new Set<string>() };
      computed.attach(at);
      for (const step of steps) step.take(at, outcome);
      const open = new Set([...at.unknown, ...computed.names.filter((name) => !computed.isKnown(at, name))]);
      return { values: { ...at.values, ...computed.shown(at) }, open, ...outcome, at };
    },
  };
}
