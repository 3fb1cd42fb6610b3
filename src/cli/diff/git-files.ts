import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { CommandError } from '../command-error';
import type { ManifestFile } from '../manifest-files';

const EXTENSIONS = /\.(ya?ml|json)$/;
const LARGEST = 1 << 29;

/**
 * The manifests that a revision of the repository has at these paths.
 *
 * @throws CommandError for a revision that is not there, and outside of a repository.
 */
export function filesAtRevision(revision: string, paths: readonly string[]): ManifestFile[] {
  if (revision === '' || revision.startsWith('-'))
    throw new CommandError(`--against: ${JSON.stringify(revision)} is not a git revision`);
  const commit = git(
    ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`],
    `--against: there is no git revision ${JSON.stringify(revision)} here`,
  );
  const names = git(
    ['ls-tree', '-r', '-z', '--name-only', commit.trim(), '--', ...paths.map(fromHere)],
    '--against: git cannot list the files of the revision',
  );
  const files = names.split('\0').filter((name) => EXTENSIONS.test(name));
  if (files.length === 0) throw new CommandError(`--against: ${revision} has no manifests at ${paths.join(', ')}`);
  return files.map((name) => ({
    name: `${revision}:${name}`,
    read: () => Buffer.from(git(['show', `${commit.trim()}:./${name}`], `--against: git cannot read ${name}`), 'utf8'),
  }));
}

/** A path as git knows it: from the current directory. */
function fromHere(path: string): string {
  return relative('.', path) || '.';
}

function git(args: readonly string[], problem: string): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8', maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const detail = String((error as { stderr?: unknown }).stderr ?? '')
      .trim()
      .split('\n')[0];
    throw new CommandError(detail === undefined || detail === '' ? problem : `${problem}: ${detail}`);
  }
}
