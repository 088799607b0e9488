// Writes schemas/<kind>.json, which template files name as their `$schema`. Run by `npm run build`.
import { mkdir, writeFile } from 'node:fs/promises';
import { kindNames } from '../kinds.ts';
import { publishedSchema } from './published-schema.ts';

const folder = new URL('../../schemas/', import.meta.url);

await mkdir(folder, { recursive: true });
for (const kind of kindNames) {
  await writeFile(new URL(`${kind}.json`, folder), `${JSON.stringify(publishedSchema(kind), null, 2)}\n`);
}
