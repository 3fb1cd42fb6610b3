import { spawnSync } from 'node:child_process';
import { CommandError } from '../command-error';

const LARGEST = 1 << 29;

/**
 * Reads the objects of manifests from the cluster of the current kubectl context.
 *
 * @throws CommandError when kubectl cannot read them.
 */
export function objectsInCluster(objects: readonly unknown[]): unknown[] {
  const { status, stdout, stderr, error } = spawnSync(
    'kubectl',
    ['get', '--ignore-not-found', '-o', 'json', '-f', '-'],
    { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }), encoding: 'utf8', maxBuffer: LARGEST },
  );
  if (error !== undefined) throw new CommandError(`--against cluster: kubectl cannot be run: ${error.message}`);
  if (status !== 0) throw new CommandError(`--against cluster: ${stderr.trim().split('\n')[0]}`);
  if (stdout.trim() === '') return [];
  const found = JSON.parse(stdout);
  return found.kind === 'List' ? found.items : [found];
}
