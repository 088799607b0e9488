// The one door for metadata: raw items in, `Metadata` or every problem out. It never stops at the first problem and never throws.
import { inspect } from './inspect/inspect.ts';
import { compose, type Layer } from './layers/compose.ts';
import { engineLayer } from './layers/engine-items.ts';
import type { RawItem } from './kinds.ts';
import type { Metadata } from './metadata.ts';
import type { Problem } from './problems/problem.ts';
import { inspectIdentities } from './inspect/identities.ts';
import { finish, type Steps } from './steps.ts';
import { shapeItems } from './shape/shape-items.ts';

export type Validation =
  { readonly ok: true; readonly metadata: Metadata } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface ValidateOptions {
  /** The layers that the items stand on, lowest first; absent: the engine's own. */
  readonly below?: readonly Layer[];
}

export function validate(items: readonly RawItem[], { below = [engineLayer] }: ValidateOptions = {}): Validation {
  return validateLayers([...below, { name: 'items', items }]);
}

/** A whole stack of layers, the engine's own among them. */
export function validateLayers(layers: readonly Layer[]): Validation {
  return finish(validation(layers));
}

/** The same, piece by piece. `isPublished`: it is in use already, and what was allowed then is not refused. */
export function* validation(
  layers: readonly Layer[],
  { isPublished = false }: { readonly isPublished?: boolean } = {},
): Steps<Validation> {
  const composed = compose(layers);
  yield;
  const { surroundings, problems } = yield* shapeItems(composed.items);
  const identities = inspectIdentities(surroundings.metadata);
  yield;
  const findings = yield* inspect({ ...surroundings, isPublished });
  const all = [...composed.problems, ...problems, ...identities, ...findings.problems];
  return all.length === 0 ? { ok: true, metadata: surroundings.metadata } : { ok: false, problems: all };
}
