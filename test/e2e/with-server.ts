import { canFindAssets } from './server/assets';
import { type RunningServer, type ServerOptions, startServer } from './server/start';

const BUILD_TIMEOUT = 30 * 60_000;

/**
 * Declares tests that need a real server of a version. Where its binaries neither are nor can be built, they are
 * skipped with a word about it, except under CI, where that is a failure.
 */
export function describeWithServer(
  version: string,
  tests: (server: () => RunningServer) => void,
  options: ServerOptions = {},
): void {
  const title = `kube-apiserver ${version}`;
  const lacking = canFindAssets(version);
  if (lacking === undefined) {
    describe(title, () => {
      let running: RunningServer;
      beforeAll(async () => {
        running = await startServer(version, options);
      }, BUILD_TIMEOUT);
      afterAll(() => running?.stop(), 60_000);
      tests(() => running);
    });
  } else if (process.env.CI) {
    test(title, () => {
      throw new Error(lacking);
    });
  } else {
    process.stderr.write(`skipped: ${lacking}\n`);
    test.skip(title, () => {});
  }
}
