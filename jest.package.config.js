const base = require('./jest.config.js');

/** On the packed tarball, as a consumer gets it. */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/package/**/*.test.ts'],
  globalSetup: '<rootDir>/test/package/pack.ts',
  globalTeardown: '<rootDir>/test/package/remove-tarball.ts',
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/package/template/'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
