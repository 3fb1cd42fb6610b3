import { spawnSync } from 'node:child_process';
import type { DiffIssue } from '../../diff';
import { identityOf } from '../../facts';
import { CommandError } from '../command-error';
import type { ReadObjects } from './read-objects';

const LARGEST = 1 << 29;
const NO_MATCHES = /no matches for kind "([^"]*)" in version "([^"]*)"/;

/**
 * Reads the objects of manifests from the cluster of the current kubectl context. Those that are not there, and those of kinds that the
 * cluster does not have, are new.
 *
 * @throws CommandError when kubectl cannot read the others.
 */
export function objectsInCluster(objects: readonly unknown[]): ReadObjects {
  const issues: DiffIssue[] = [];
  // An object without a name is reported where it is compared.
  let wanted = objects.filter((object) => identityOf(object).name !== undefined);
  for (;;) {
    const { status, stdout, stderr } = get(wanted);
    if (status === 0) return { inputs: itemsOf(stdout).map((item) => ({ object: asAsked(item, wanted) })), issues };
    // One unknown kind makes kubectl return nothing at all.
    const [, kind, apiVersion] = NO_MATCHES.exec(stderr) ?? [];
    const others = wanted.filter((object: any) => object.kind !== kind || object.apiVersion !== apiVersion);
    if (others.length === wanted.length) {
      throw new CommandError(`--against cluster: ${stderr.trim().split('\n').at(-1)}`);
    }
    wanted = others;
    if (isDefined(kind!, objects)) continue;
    issues.push({ side: 'before', message: `the cluster has no kind ${kind} in ${apiVersion}: its objects are new` });
  }
}

function get(objects: readonly unknown[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  if (objects.length === 0) return { status: 0, stdout: '', stderr: '' };
  const answer = spawnSync('kubectl', ['get', '--ignore-not-found', '--show-managed-fields', '-o', 'json', '-f', '-'], {
    input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    encoding: 'utf8',
    maxBuffer: LARGEST,
  });
  if (answer.error !== undefined) {
    throw new CommandError(`--against cluster: kubectl cannot be run: ${answer.error.message}`);
  }
  return answer;
}

function itemsOf(stdout: string): any[] {
  if (stdout.trim() === '') return [];
  const found = JSON.parse(stdout);
  return found.kind === 'List' ? found.items : [found];
}

/** Manifests without a namespace are for that of the context, which the objects in the cluster name. */
function asAsked(item: any, wanted: readonly unknown[]): unknown {
  const isSame = (object: any) =>
    object.kind === item.kind && object.metadata.name === item.metadata.name && object.apiVersion === item.apiVersion;
  const asked = wanted.filter(isSame) as any[];
  if (asked.some(({ metadata }) => metadata.namespace === item.metadata.namespace)) return item;
  const { namespace: _, ...metadata } = item.metadata;
  return { ...item, metadata };
}

/** Whether the new manifests define the kind themselves. */
function isDefined(kind: string, objects: readonly unknown[]): boolean {
  return objects.some(
    (object: any) => object?.kind === 'CustomResourceDefinition' && object.spec?.names?.kind === kind,
  );
}
