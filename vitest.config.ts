// One run over every package: unit tests beside the code, black-box specifications in engine/test, browser tests in e2e.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/{src,test}/**/*.{test,spec}.{ts,tsx}',
      'engine/{src,test}/**/*.{test,spec}.ts',
      '{designer,runtime-ui}/src/**/*.{test,spec}.{ts,tsx}',
      'scripts/**/*.test.mjs',
    ],
    globalSetup: ['packages/testing/src/global-setup.ts'],
    // The database and the browser are busy beside the tests: two workers keep two cores in use.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
