import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Absolute path of a file or directory that comes with the package: in the nearest directory above this file that has it.
 * In the checkout that is the root; in the published package, whose code is bundled into lib/, it is lib/ for what the
 * build writes (imports/) and the root of the package for package.json.
 *
 * @param name relative to the directory that has it, such as `package.json`
 * @throws Error when no directory has it.
 * @example
 * packageFile('imports') // '/home/me/shop/node_modules/cdk8s-patterns/lib/imports'
 */
export function packageFile(name: string): string {
  let path = found.get(name);
  if (path === undefined) {
    path = find(name);
    found.set(name, path);
  }
  return path;
}

const found = new Map<string, string>();

function find(name: string): string {
  for (let directory = __dirname; ; directory = dirname(directory)) {
    const path = join(directory, name);
    if (existsSync(path)) {
      return path;
    }
    if (directory === dirname(directory)) {
      throw new Error(`cdk8s-patterns is not installed completely: ${name} is missing`);
    }
  }
}

/** `version` of the package's own package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}
