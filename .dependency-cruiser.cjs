// The import law of ARCHITECTURE.md. `npm run check:imports` holds every import against it, type-only ones included.
// Tests obey the law of the package that they stand in; besides, they may use packages/testing.

const apps = ['designer', 'runtime-ui'];
const anything = ['packages/testing', 'packages/bench', 'packages/e2e'];

/** Each folder, and what of ours it may import. */
const mayImport = {
  'packages/expressions': [],
  'packages/field-types': ['packages/ui'],
  'packages/ui': [],
  'packages/database': [],
  'packages/metadata': ['packages/field-types', 'packages/expressions'],
  'packages/client': ['packages/metadata'],
  'packages/renderer': [
    'packages/metadata',
    'packages/field-types',
    'packages/expressions',
    'packages/ui',
    'packages/client',
  ],
  'packages/cli': ['engine', 'packages/database', 'packages/metadata', 'packages/client'],
  engine: ['packages/metadata', 'packages/field-types', 'packages/expressions', 'packages/database'],
  designer: screenPackages(),
  'runtime-ui': screenPackages(),
};

function screenPackages() {
  return [
    'packages/renderer',
    'packages/client',
    'packages/metadata',
    'packages/field-types',
    'packages/expressions',
    'packages/ui',
  ];
}

const test = '\\.(test|spec)\\.tsx?$|^engine/test/|/examples?\\.ts$';
const interfaceFile = '\\.ui\\.tsx?$|^packages/field-types/src/ui(/|\\.tsx?$)';
const engineFolder = (names) => `^engine/src/(${names.join('|')})/`;
const ours = '^(packages/[^/]+|engine|designer|runtime-ui)/';
const inside = (folders) => `^(${folders.join('|')})/`;

const packageLaw = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `law-of-${folder.replace('packages/', '')}`,
  comment: `${folder} may import of ours only: ${allowed.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: test },
  to: { path: ours, pathNot: inside([folder, ...allowed]) },
}));

/** The filter operators of field types are held against both interpreters of expressions. */
const testsMayImport = { 'packages/field-types': ['packages/expressions'] };

const testLaw = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `law-of-tests-of-${folder.replace('packages/', '')}`,
  comment: `Tests of ${folder} may import what it may, and packages/testing.`,
  severity: 'error',
  from: { path: `^${folder}/.*(${test})` },
  to: { path: ours, pathNot: inside([folder, ...allowed, ...(testsMayImport[folder] ?? []), 'packages/testing']) },
}));

const entryLaw = [
  {
    name: 'nothing-imports-an-app',
    severity: 'error',
    from: { pathNot: inside([...apps, ...anything]) },
    to: { path: inside(apps) },
  },
  {
    name: 'testing-bench-and-e2e-are-for-tests',
    severity: 'error',
    from: { pathNot: `${test}|${inside(anything)}|^vitest\\.config\\.ts$` },
    to: { path: inside(anything) },
  },
  {
    name: 'pure-field-types-know-no-screen',
    comment: 'The pure entry of field-types serves the engine; only its screens import screens.',
    severity: 'error',
    from: { path: '^packages/field-types/', pathNot: `${test}|${interfaceFile}` },
    to: { path: `${interfaceFile}|^packages/ui/|node_modules/(react|antd)(-dom)?/` },
  },
  {
    name: 'server-code-takes-the-pure-entry',
    severity: 'error',
    from: {
      path: inside(['engine', 'packages/metadata', 'packages/expressions', 'packages/cli', 'packages/database']),
    },
    to: { path: `${interfaceFile}|node_modules/(react|antd)(-dom)?/` },
  },
  {
    name: 'client-takes-only-types-of-metadata',
    severity: 'error',
    from: { path: '^packages/client/', pathNot: test },
    to: { path: '^packages/metadata/', dependencyTypesNot: ['type-only'] },
  },
];

const surfaces = ['rest', 'graphql', 'mcp', 'imports', 'workflows'];

const engineLaw = [
  {
    name: 'records-know-outbox-append-and-no-feature',
    severity: 'error',
    from: { path: engineFolder(['records']), pathNot: test },
    to: {
      path: '^engine/src/',
      pathNot: `${engineFolder(['records', 'model', 'versions', 'auth', 'db', 'problems'])}|^engine/src/outbox/append\\.ts$`,
    },
  },
  {
    name: 'model-knows-no-layer-above-it',
    severity: 'error',
    from: { path: engineFolder(['model']), pathNot: test },
    to: { path: '^engine/src/', pathNot: engineFolder(['model', 'db', 'problems']) },
  },
  {
    name: 'model-is-pure',
    comment: 'Neither itself nor by way of another module.',
    severity: 'error',
    from: { path: engineFolder(['model']), pathNot: test },
    to: { path: '(^|node_modules/)(express|pg|pg-copy-streams|knex)(/|$)', reachable: true },
  },
  {
    name: 'surfaces-do-not-know-each-other',
    comment: 'rest, graphql, mcp, imports and workflows each translate to records; none builds on another.',
    severity: 'error',
    from: { path: `^engine/src/(${surfaces.join('|')})/`, pathNot: test },
    to: { path: engineFolder(['rest', 'graphql', 'mcp']), pathNot: '^engine/src/$1/' },
  },
];

const always = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'every-package-is-declared',
    comment: 'What is imported stands in the package.json of the importing package, or of the root for tools.',
    severity: 'error',
    from: { pathNot: inside(anything) },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

module.exports = {
  forbidden: [...packageLaw, ...testLaw, ...entryLaw, ...engineLaw, ...always],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.turbo)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.browser.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
