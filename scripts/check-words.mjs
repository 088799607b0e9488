// Words that do not belong where they stand. (a) The platform knows no business: names of a trade's entities stand in
// templates, documentation and tests, never in the code. (b) Nothing in the repository names a machine it was made on.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Rule
 * @property {string} reason
 * @property {(file: string) => boolean} appliesTo
 * @property {RegExp} pattern
 */

// Written so that no pattern is found in this file.
const entities = ['account', 'opportunity', 'lead', 'contact', 'campaign', 'ticket', 'quote', 'contract', 'invoice'];
const plurals = entities.map((name) => name.replace(/y$/, 'ie') + 's');
const folders = ['work', 'tmp', 'home', 'root', 'Users'];

/** @type {Rule[]} */
export const rules = [
  {
    reason: 'names an entity of a trade: such names belong into templates/, documentation and tests',
    appliesTo: (file) =>
      /^(engine|designer|runtime-ui|packages\/(?!bench|e2e)[^/]+)\/src\//.test(file) && !isTest(file),
    pattern: new RegExp(`(['"\`])(${[...entities, ...plurals].join('|')})\\1`),
  },
  {
    reason: 'names a folder of one machine',
    appliesTo: (file) => !isTest(file),
    pattern: new RegExp(`(?<![\\w.$}~/*-])/(${folders.join('|')})/[\\w.-]`),
  },
];

function isTest(file) {
  return /\.(test|spec|examples)\.(ts|tsx|mjs)$/.test(file);
}

/** @returns {string[]} one line for each finding */
export function findWords(file, text) {
  const applying = rules.filter((rule) => rule.appliesTo(file));
  return text.split('\n').flatMap((line, index) =>
    applying.flatMap(({ pattern, reason }) => {
      const found = pattern.exec(line);
      return found ? [`${file}:${index + 1}: ${found[0]} ${reason}.`] : [];
    }),
  );
}

function sourceFiles() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((file) => /\.(ts|tsx|mjs|cjs|js|json|md|html|css|ya?ml|sql|sh)$/.test(file));
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = sourceFiles().flatMap((file) => findWords(file, readOrEmpty(file)));
  findings.forEach((line) => console.error(line));
  process.exitCode = findings.length > 0 ? 1 : 0;
}
