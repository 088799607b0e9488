// Writes the pages of functions. Run by `npm run docs:functions`.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { functionsPage, pages } from './functions-page.ts';

const root = new URL('../../../../', import.meta.url);

for (const language of ['en', 'zh-CN'] as const) {
  const file = fileURLToPath(new URL(pages[language], root));
  const options = { ...(await resolveConfig(file)), filepath: file };
  await writeFile(file, await format(functionsPage(language), options));
}
