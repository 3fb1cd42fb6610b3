const base = require('./jest.config.js');

/** Against real API servers; needs their binaries or Go (see test/e2e/server/assets.ts). */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/e2e/cluster/'],
  // A first run builds the servers; each of them takes minutes.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/e2e/server/build-all.ts',
  // They wait for a server half of the time.
  maxWorkers: 2,
};
