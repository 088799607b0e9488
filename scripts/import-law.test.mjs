import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const libraries = ['expressions', 'field-types', 'ui', 'database', 'metadata', 'client', 'renderer', 'cli', 'testing'];
const workspaces = [...libraries.map((name) => `packages/${name}`), 'engine', 'designer', 'runtime-ui'];

/** Files of a small copy of the repository: what each imports, and which rule it breaks (null: none). */
const files = [
  ['packages/expressions/src/a.ts', '@trellis/metadata/x', 'law-of-expressions'],
  ['packages/field-types/src/a.ts', '@trellis/expressions/x', 'law-of-field-types'],
  ['packages/field-types/src/b.ts', '@trellis/ui/x', 'pure-field-types-know-no-screen'],
  ['packages/field-types/src/c.ui.tsx', '@trellis/ui/x', null],
  ['packages/field-types/src/d.ts', './c.ui.tsx', 'pure-field-types-know-no-screen'],
  ['packages/ui/src/a.ts', '@trellis/client/x', 'law-of-ui'],
  ['packages/database/src/a.ts', '@trellis/expressions/x', 'law-of-database'],
  ['packages/metadata/src/a.ts', '@trellis/engine/x', 'law-of-metadata'],
  ['packages/metadata/src/b.ts', '@trellis/field-types/ui', 'server-code-takes-the-pure-entry'],
  ['packages/client/src/a.ts', '@trellis/renderer/x', 'law-of-client'],
  ['packages/client/src/b.ts', '@trellis/metadata/x', 'client-takes-only-types-of-metadata'],
  ['packages/client/src/c.ts', 'type @trellis/metadata/x', null],
  ['packages/renderer/src/a.ts', '@trellis/engine/x', 'law-of-renderer'],
  ['packages/renderer/src/b.ts', '@trellis/designer/x', 'nothing-imports-an-app'],
  ['packages/cli/src/a.ts', '@trellis/renderer/x', 'law-of-cli'],
  ['packages/cli/src/b.ts', '@trellis/engine/x', null],
  ['designer/src/a.ts', '@trellis/engine/x', 'law-of-designer'],
  ['runtime-ui/src/a.ts', '@trellis/database/x', 'law-of-runtime-ui'],
  ['engine/src/a.ts', '@trellis/client/x', 'law-of-engine'],
  ['engine/src/b.ts', '@trellis/testing/x', 'testing-bench-and-e2e-are-for-tests'],
  ['engine/src/b.test.ts', '@trellis/testing/x', null],
  ['engine/src/c.test.ts', '@trellis/renderer/x', 'law-of-tests-of-engine'],
  ['engine/src/db/pool.ts', 'pg', null],
  ['engine/src/model/a.ts', 'pg', 'model-is-pure'],
  ['engine/src/model/b.ts', '../db/pool.ts', 'model-is-pure'],
  ['engine/src/model/c.ts', '../records/a.ts', 'model-knows-no-layer-above-it'],
  ['engine/src/records/a.ts', '../outbox/append.ts', null],
  ['engine/src/records/b.ts', '../outbox/dispatch.ts', 'records-know-outbox-append-and-no-feature'],
  ['engine/src/records/c.ts', '../workflows/a.ts', 'records-know-outbox-append-and-no-feature'],
  ['engine/src/rest/a.ts', '../records/a.ts', null],
  ['engine/src/imports/a.ts', '../rest/a.ts', 'surfaces-do-not-know-each-other'],
  ['engine/src/workflows/a.ts', '../records/a.ts', null],
  ['engine/src/cycle/a.ts', 'type ./b.ts', 'no-cycles'],
  ['engine/src/cycle/b.ts', 'type ./a.ts', null],
  ['engine/src/d.ts', './nowhere.ts', 'every-import-resolves'],
  ['engine/src/e.ts', 'undeclared', 'every-package-is-declared'],
];

let root;
let broken;

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'trellis-law-')));
  workspaces.forEach(makeWorkspace);
  write('engine/src/outbox/append.ts', 'export {};');
  write('engine/src/outbox/dispatch.ts', 'export {};');
  for (const name of ['pg', 'undeclared']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  write('package.json', JSON.stringify({ name: 'law', dependencies: { pg: '1.0.0' } }));
  files.forEach(([path, target]) => write(path, importOf(target)));
  broken = await brokenRules();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(files)('%s importing %s breaks: %s', (path, _target, rule) => {
  const rules = broken.filter(({ from }) => from === path).map(({ rule: { name } }) => name);
  if (rule === null) expect(rules).toEqual([]);
  else expect(rules).toContain(rule);
});

test('every rule of the law is broken by one of these files', () => {
  const proven = new Set(broken.map(({ rule }) => rule.name));
  const unproven = forbidden.map(({ name }) => name).filter((name) => !proven.has(name));
  expect(unproven.filter((name) => !name.startsWith('law-of-tests-of-'))).toEqual([]);
});

async function brokenRules() {
  const { tsConfig, ...rest } = options;
  const { output } = await cruise(workspaces, { ...rest, baseDir: root, validate: true, ruleSet: { forbidden } });
  return output.summary.violations;
}

function makeWorkspace(folder) {
  const name = folder.replace('packages/', '');
  const exports = { './x': './src/x.ts', './ui': './src/ui.ts' };
  write(`${folder}/package.json`, JSON.stringify({ name: `@trellis/${name}`, version: '1.0.0', exports }));
  write(`${folder}/src/x.ts`, 'export type X = 1;');
  write(`${folder}/src/ui.ts`, 'export {};');
  mkdirSync(join(root, 'node_modules/@trellis'), { recursive: true });
  symlinkSync(join(root, folder), join(root, 'node_modules/@trellis', name));
}

function importOf(target) {
  return target.startsWith('type ')
    ? `import type { X } from '${target.slice(5)}'; export type Y = X;`
    : `import '${target}';`;
}

function write(path, text) {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
