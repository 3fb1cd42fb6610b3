import { type ManifestMatchers, manifestMatchers } from './matchers-for-expect';
import { manifestSnapshotSerializer } from './snapshot';

declare global {
  namespace jest {
    interface Matchers<R> extends ManifestMatchers<R> {}
  }
}

interface Expect {
  extend(matchers: object): void;
  addSnapshotSerializer(serializer: object): void;
}

/**
 * Adds the matchers and the snapshot serializer to jest's global `expect`. Name it in the configuration of jest:
 *
 * @example
 * // jest.config.js
 * module.exports = { setupFilesAfterEnv: ['cdk8s-patterns/testing/jest'] };
 */
const { expect } = globalThis as { expect?: Expect };
if (expect === undefined) {
  throw new Error('cdk8s-patterns/testing/jest needs a global expect: add it to setupFilesAfterEnv of jest');
}
expect.extend(manifestMatchers);
expect.addSnapshotSerializer(manifestSnapshotSerializer);
