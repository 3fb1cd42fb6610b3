import { NEWEST_VERSION } from '../../../src/facts';
import { canBuild, findAssets, findControllerManager } from './assets';
import { PROVEN_VERSIONS, releaseOf } from './versions';

/** Builds what is missing before the tests, several of which would build it at the same time. Where it cannot be built, they say so. */
export default function buildAll(): void {
  if (!canBuild()) return;
  for (const version of PROVEN_VERSIONS) findAssets(version);
  // The tests with controllers are of the newest version.
  findControllerManager(releaseOf(NEWEST_VERSION));
}
