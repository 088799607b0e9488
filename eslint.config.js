// What the compiler does not say: no `any`, types imported as types, no barrels, no long files, and no reading of
// the environment outside the entry points. Nothing here asks for type information, so that the whole run takes seconds.
import tseslint from 'typescript-eslint';

const exportAll = {
  selector: 'ExportAllDeclaration',
  message: 'No `export *`: a package names its entries in `exports`, a module its names.',
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only an entry point reads the environment; everything else is told.',
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/.turbo/', '**/coverage/', '.trellis/'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-syntax': ['error', exportAll],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['packages/*/src/**', 'engine/src/**', 'designer/src/**', 'runtime-ui/src/**'],
    ignores: ['**/main.ts', '**/*.test.ts', 'packages/{testing,bench,e2e}/**'],
    rules: { 'no-restricted-syntax': ['error', exportAll, environment] },
  },
);
