import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is found in the root of a project; `.git` ends the search in a repository without any of the others. */
const MARKERS = ['cdk8s.yaml', 'package.json', '.git'];

/** The process may change its working directory later, which must not change what is checked. */
const STARTED_IN = process.cwd();

let root: string | undefined;

/**
 * Root of the user's project: the nearest directory at or above the one the process was started in that has a `cdk8s.yaml`, a
 * `package.json` or a `.git`; the directory itself when none has. Files of the project, such as `imports/crds`, are relative to it.
 */
export function projectRoot(): string {
  root ??= findProjectRoot(STARTED_IN);
  return root;
}

/**
 * The nearest directory at or above `start` that is the root of a project; `start` itself when there is none.
 *
 * @example
 * findProjectRoot('/home/me/shop/src') // '/home/me/shop'
 */
export function findProjectRoot(start: string): string {
  for (let directory = start; ; directory = dirname(directory)) {
    if (MARKERS.some((marker) => existsSync(join(directory, marker)))) return directory;
    if (directory === dirname(directory)) return start;
  }
}
