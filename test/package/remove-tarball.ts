import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { packedTarball } from './tarball';

/** After all tests of this directory. */
export default function removeTarball(): void {
  rmSync(dirname(packedTarball()), { recursive: true, force: true });
}
