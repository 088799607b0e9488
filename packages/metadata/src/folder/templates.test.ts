import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withDefaults } from '../defaults/with-defaults.ts';
import { isObject } from '../json.ts';
import { engineLayer } from '../layers/engine-items.ts';
import type { Layer } from '../layers/compose.ts';
import { upgrade } from '../upgrade.ts';
import { validate, validateLayers } from '../validate.ts';
import { allItems } from '../metadata.ts';
import { readFolder } from './read-folder.ts';

const folder = new URL('../../../../templates/', import.meta.url);
const entries = await readdir(folder, { withFileTypes: true });
const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

async function contentsOf(name: string) {
  return readFolder(fileURLToPath(new URL(name, folder)));
}

/** The templates that this one stands on, lowest first. */
async function layersBelow(name: string): Promise<readonly Layer[]> {
  const { items } = await contentsOf(name);
  const template = items.find(({ kind }) => kind === 'template');
  const above: unknown = template && isObject(template.body) ? template.body['extends'] : undefined;
  const names = Array.isArray(above) ? above.map(String) : [];
  const layers = await Promise.all(
    names.map(async (each) => [...(await layersBelow(each)), { name: each, items: (await contentsOf(each)).items }]),
  );
  return layers.flat();
}

test.each(names)('the template %s can be read, is of a known format and holds', async (name) => {
  const { items, problems } = await contentsOf(name);
  expect(problems).toEqual([]);
  const upgraded = upgrade(items);
  expect(upgraded.ok).toBe(true);
  const below = [engineLayer, ...(await layersBelow(name))];
  const validation = validate(upgraded.ok ? upgraded.items : [], { below });
  expect(validation.ok ? [] : validation.problems).toEqual([]);
});

test.each(names)('the template %s holds with the defaults added, too', async (name) => {
  const { items } = await contentsOf(name);
  const validation = validate(items, { below: [engineLayer, ...(await layersBelow(name))] });
  const complete = validation.ok ? allItems(withDefaults(validation.metadata)) : [];
  const again = validateLayers([{ name: 'complete', items: complete }]);
  expect(again.ok ? [] : again.problems).toEqual([]);
});
