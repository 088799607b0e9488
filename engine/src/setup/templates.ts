// The templates that can be installed: those beside the product, or a folder somewhere else named by its path.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Layer } from '@trellis/metadata/compose';
import type { Template } from '@trellis/metadata/kinds';
import { upgrade } from '@trellis/metadata/upgrade';
import { readFolder } from '@trellis/metadata/read-folder';
import { metadataRefusal } from '../problems/metadata-problems.ts';
import { Refusal } from '../problems/problem.ts';

export interface TemplateSummary {
  readonly name: string;
  readonly label: Template['label'];
  readonly description?: Template['label'];
  readonly icon?: string;
}

export async function listTemplates(folder: string): Promise<TemplateSummary[]> {
  if (!existsSync(folder)) return [];
  const summaries: TemplateSummary[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!existsSync(join(folder, name, 'template.json'))) continue;
    const { items } = await readFolder(join(folder, name));
    const body = items.find((item) => item.kind === 'template')?.body as Template | undefined;
    if (!body) continue;
    const { label, description, icon } = body;
    summaries.push({ name, label, ...(description ? { description } : {}), ...(icon ? { icon } : {}) });
  }
  return summaries;
}

export interface LoadedTemplate {
  readonly template: Template;
  /** The templates that it extends, lowest first, and itself. */
  readonly layers: readonly Layer[];
}

/** @param name of a template in `folder`, or the path of a template's own folder. @throws invalid_metadata */
export async function loadTemplate(
  folder: string,
  name: string,
  language: string,
  above: readonly string[] = [],
): Promise<LoadedTemplate> {
  const path = /[\\/]/.test(name) ? resolve(name) : join(folder, name);
  if (!existsSync(join(path, 'template.json')))
    throw new Refusal('malformed_request', { reason: `template “${name}”: no template.json there` });
  const { items: written, problems } = await readFolder(path);
  if (problems.length) throw metadataRefusal(problems, language);
  const upgraded = upgrade(written);
  if (!upgraded.ok) throw metadataRefusal(upgraded.problems, language);
  const template = upgraded.items.find((item) => item.kind === 'template')?.body as Template;
  if (above.includes(template.name))
    throw new Refusal('malformed_request', {
      reason: `templates extend each other: ${[...above, template.name].join(' → ')}`,
    });
  const layers = new Map<string, Layer>();
  for (const base of template.extends ?? []) {
    const loaded = await loadTemplate(folder, base, language, [...above, template.name]);
    for (const layer of loaded.layers) layers.set(layer.name, layer);
  }
  layers.set(template.name, { name: template.name, items: upgraded.items });
  return { template, layers: [...layers.values()] };
}
