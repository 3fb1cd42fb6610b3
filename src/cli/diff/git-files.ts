import { execFileSync, spawnSync } from 'node:child_process';
import { dirname, isAbsolute, relative } from 'node:path';
import { CommandError } from '../command-error';
import { isDirectory, type ManifestFile } from '../manifest-files';

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
  const here = directoryOf(paths);
  const git = (args: readonly string[], problem: string) => gitIn(here, args, problem);
  const commit = git(
    ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`],
    `--against: there is no git revision ${JSON.stringify(revision)} here`,
  );
  const names = git(
    ['ls-tree', '-r', '-z', '--name-only', commit.trim(), '--', ...paths.map((path) => relative(here, path) || '.')],
    '--against: git cannot list the files of the revision',
  );
  const files = names.split('\0').filter((name) => EXTENSIONS.test(name));
  if (files.length === 0) throw new CommandError(`--against: ${revision} has no manifests at ${paths.join(', ')}`);
  return files.map((name) => ({
    name: `${revision}:${name}`,
    read: () => Buffer.from(git(['show', `${commit.trim()}:./${name}`], `--against: git cannot read ${name}`), 'utf8'),
  }));
}

/** Where git runs: the current directory, or where the first path is when that is in another repository. */
function directoryOf(paths: readonly string[]): string {
  let directory = paths.find((path) => isAbsolute(path)) ?? paths[0] ?? '.';
  while (!isDirectory(directory) && directory !== dirname(directory)) directory = dirname(directory);
  return repositoryOf('.') === repositoryOf(directory) ? '.' : directory;
}

/** Undefined outside of a repository. */
function repositoryOf(directory: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--show-toplevel'], { cwd: directory, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function gitIn(cwd: string, args: readonly string[], problem: string): string {
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const detail = String((error as { stderr?: unknown }).stderr ?? '')
      .trim()
      .split('\n')[0];
    throw new CommandError(detail === undefined || detail === '' ? problem : `${problem}: ${detail}`);
  }
}
