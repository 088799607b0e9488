// `trellis validate <folder>`: a whole template, checked without a server against the layers that it stands on.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Layer } from '@trellis/metadata/compose';
import { engineLayer } from '@trellis/metadata/engine-items';
import type { RawItem } from '@trellis/metadata/kinds';
import { translate } from '@trellis/metadata/messages';
import { readFolder } from '@trellis/metadata/read-folder';
import { upgrade } from '@trellis/metadata/upgrade';
import { validate as validateItems } from '@trellis/metadata/validate';
import { showProblems } from '../show-problems.ts';
import type { CommandInput, ExitCode } from '../terminal.ts';
import { textOf } from '../texts.ts';

const ownTemplates = fileURLToPath(new URL('../../../../templates', import.meta.url));

export async function validate(input: CommandInput): Promise<ExitCode> {
  const { language, path, print } = input;
  const folder = resolve(input.folder, path);
  const { items, problems } = await readFolder(folder);
  const upgraded = upgrade(items);
  const below = [engineLayer, ...(await layersBelow(items, dirname(folder), new Set()))];
  const found = upgraded.ok ? validateItems(upgraded.items, { below }) : upgraded;
  const all = [...problems, ...(found.ok ? [] : found.problems)];
  if (all.length === 0) {
    print(textOf('good', language, { path, count: items.length }));
    return 0;
  }
  showProblems(
    input,
    (file) => join(path, file),
    all.map((problem) => translate(problem, language)),
  );
  return 1;
}

/** The templates that `extends` names, found beside this one or among the product's own; lowest first. */
async function layersBelow(items: readonly RawItem[], beside: string, seen: Set<string>): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  for (const name of extendsOf(items)) {
    const folder = [join(beside, name), join(ownTemplates, name)].find((candidate) =>
      existsSync(join(candidate, 'template.json')),
    );
    if (!folder || seen.has(name)) continue;
    seen.add(name);
    const contents = await readFolder(folder);
    layers.push(...(await layersBelow(contents.items, dirname(folder), seen)), { name, items: contents.items });
  }
  return layers;
}

function extendsOf(items: readonly RawItem[]): readonly string[] {
  const body = items.find(({ kind }) => kind === 'template')?.body;
  if (typeof body !== 'object' || body === null || !('extends' in body) || !Array.isArray(body.extends)) return [];
  return body.extends.filter((name): name is string => typeof name === 'string');
}
