/** Runs TypeScript sources directly, so `npm ci && npm test` needs no compile step. */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/package/'],
  // By default one core is left idle, which is half of a small machine.
  maxWorkers: '100%',
  modulePathIgnorePatterns: [
    '<rootDir>/examples/library/',
    '<rootDir>/lib/',
    '<rootDir>/artifacts/',
    '<rootDir>/.stryker-tmp/',
  ],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^cdk8s-patterns$': '<rootDir>/src/index.ts',
    '^cdk8s-patterns/testing$': '<rootDir>/src/testing/index.ts',
    '^cdk8s-patterns/validation$': '<rootDir>/src/entry-validation.ts',
  },
};
