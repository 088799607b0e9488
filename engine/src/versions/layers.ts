// From layers to a model: composed, validated, completed with defaults, compiled — in slices, while requests are served.
import type { Layer } from '@trellis/metadata/compose';
import { defaulting } from '@trellis/metadata/defaults';
import { engineLayer } from '@trellis/metadata/engine-items';
import type { Problem } from '@trellis/metadata/problems';
import { validation } from '@trellis/metadata/validate';
import { compile } from '../model/compile.ts';
import { inSlices } from '../in-slices.ts';
import type { Model, Settings } from '../model/model.ts';

export interface ModelInput {
  readonly workspace: string;
  readonly version: number;
  readonly settings: Settings;
  /** Above the engine's own: templates in order, then the workspace's changes. */
  readonly layers: readonly Layer[];
  /** It is a stored version. */
  readonly isPublished?: boolean;
}

export type ModelResult =
  { readonly ok: true; readonly model: Model } | { readonly ok: false; readonly problems: readonly Problem[] };

export async function buildModel(input: ModelInput): Promise<ModelResult> {
  const validated = await inSlices(validation([engineLayer, ...input.layers], input));
  if (!validated.ok) return validated;
  const metadata = await inSlices(defaulting(validated.metadata));
  const { workspace, version, settings } = input;
  return { ok: true, model: await inSlices(compile({ workspace, version, settings, metadata })) };
}
