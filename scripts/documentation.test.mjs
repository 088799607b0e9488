// What the documents name is there: the files and folders in backticks, and what links lead to, headings included.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`);
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs].filter((name) =>
  name.endsWith('.md'),
);

test.each(pages)('every path in %s leads to something', (page) => {
  const paths = [
    ...textOf(page).matchAll(/`((?:packages|engine|designer|runtime-ui|templates|scripts|docs)\/[\w./-]*)`/g),
  ];
  expect(paths.map(([, path]) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(pages)('every link in %s leads to something', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
  const broken = links.filter(([, path, heading]) => {
    const target = join(root, dirname(page), path);
    if (path !== '' && !existsSync(target)) return true;
    return heading !== undefined && !headingsOf(path === '' ? join(root, page) : target).includes(heading);
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

/** As the addresses of headings are made: lower case, blanks to hyphens, no punctuation. */
function headingsOf(file) {
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, text]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Without blocks of code, which speak of other folders. */
function textOf(page) {
  return readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
}
