const base = require('./jest.config.js');

/** What `CLUSTER_TESTS=short` runs: about seven minutes instead of forty. */
const SHORT = ['probes', 'sidecars', 'configuration', 'services', 'stateful-sets', 'jobs'];
const files = process.env.CLUSTER_TESTS === 'short' ? `{${SHORT.join(',')}}` : '*';

/** On the cluster that KUBECONFIG names; see docs/running.md. */
module.exports = {
  ...base,
  testMatch: [`<rootDir>/test/e2e/cluster/${files}.test.ts`],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/e2e/cluster/set-up.ts',
  globalTeardown: '<rootDir>/test/e2e/cluster/tear-down.ts',
  testTimeout: 60_000,
  // One example at a time: their pods ask for more than a small cluster has.
  maxWorkers: 1,
};
