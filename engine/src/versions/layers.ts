// From layers to a model: composed, validated, completed with defaults, compiled.
import { withDefaults } from '@trellis/metadata/defaults';
import type { Layer } from '@trellis/metadata/compose';
import { engineLayer } from '@trellis/metadata/engine-items';
import type { Problem } from '@trellis/metadata/problems';
import { validateLayers } from '@trellis/metadata/validate';
import { compile } from '../model/compile.ts';
import type { Model, Settings } from '../model/model.ts';

export interface ModelInput {
  readonly workspace: string;
  readonly version: number;
  readonly settings: Settings;
  /** Above the engine's own: templates in order, then the workspace's changes. */
  readonly layers: readonly Layer[];
}

export type ModelResult =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function buildModel({ workspace, version, settings, layers }: ModelInput): ModelResult {
  const validated = validateLayers([engineLayer, ...layers]);
  if (!validated.ok) return validated;
  return { ok: true, model: compile({ workspace, version, settings, metadata: withDefaults(validated.metadata) }) };
}
