/**
 * Mutation tests: `npm run mutation -- --mutate 'src/policy/**'`; docs/mutation-testing.md has the figures.
 * `TESTS='test/policy/**'` runs these tests only, which starts sooner.
 */
const TESTS = process.env.TESTS?.split(',').map((folder) => `${folder}/*.test.ts`);

export default {
  testRunner: 'mocha',
  mochaOptions: {
    require: ['tsx/cjs', './test/mutation/jest-globals.cjs'],
    spec: TESTS ?? [
      'test/validation/**/*.test.ts',
      'test/parity/*.test.ts',
      'test/references/**/*.test.ts',
      'test/policy/**/*.test.ts',
      'test/upgrade/**/*.test.ts',
    ],
  },
  coverageAnalysis: 'perTest',
  mutate: ['src/validation/groups/**/*.ts', 'src/references/**/*.ts', 'src/policy/**/*.ts', 'src/upgrade/**/*.ts'],
  ignorePatterns: ['/dist', '/docs', '/examples', '/lib', '/artifacts', '/bench', '/coverage'],
  reporters: ['clear-text', 'json', 'progress'],
  checkers: [],
  concurrency: 2,
  tempDirName: '.stryker-tmp',
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
};
