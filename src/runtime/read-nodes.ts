import { readFileSync } from 'node:fs';
import { checkProps } from '../props';
import { readManifests, whyUnread } from '../reading';
import { ownField } from '../values';
import { checkNodeSizes, type NodeSize } from './node-size';

/** Resources that have fields of their own. */
const NAMED: Readonly<Record<string, 'cpu' | 'memory' | 'ephemeralStorage'>> = {
  cpu: 'cpu',
  memory: 'memory',
  'ephemeral-storage': 'ephemeralStorage',
};

/**
 * Sizes of the nodes of a cluster: allocatable resources and taints of each, without nodes that are cordoned.
 *
 * @param path a file that `kubectl get nodes -o yaml` or `-o json` wrote.
 * @throws PropsError for a file that cannot be read or has no nodes.
 */
export function readNodes(path: string): NodeSize[] {
  const documents = readManifests(contentOf(path), path);
  const issue = documents.flatMap(({ issues }) => issues).find(({ severity }) => severity === 'error');
  if (issue !== undefined) fail(path, `is not valid YAML: ${issue.line}:${issue.column}: ${issue.message}`);
  const nodes = documents.map(({ object }) => object as any).filter((object) => object?.kind === 'Node');
  if (nodes.length === 0) fail(path, 'has no nodes: expected the output of "kubectl get nodes -o yaml"');
  const open = nodes.filter(({ spec }) => spec?.unschedulable !== true);
  if (open.length === 0) fail(path, 'has no node that can be scheduled: all are cordoned');
  const sizes = open.map((node) => sizeOf(node, path));
  checkNodeSizes(path, sizes);
  return sizes;
}

function sizeOf({ metadata, spec, status }: any, path: string): NodeSize {
  const amounts = status?.allocatable ?? status?.capacity;
  if (typeof amounts !== 'object' || amounts === null) {
    fail(path, `node ${JSON.stringify(metadata?.name)} has no status.allocatable`);
  }
  const entries = Object.entries(amounts as Record<string, string>).filter(([name]) => name !== 'pods');
  const named = entries.flatMap(([name, value]) => (ownField(NAMED, name) === undefined ? [] : [[NAMED[name], value]]));
  return {
    ...Object.fromEntries(named),
    ...(amounts.pods !== undefined && { pods: Number(amounts.pods) }),
    resources: Object.fromEntries(entries.filter(([name]) => ownField(NAMED, name) === undefined)),
    taints: spec?.taints ?? [],
  };
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    return fail(path, whyUnread(error));
  }
}

function fail(path: string, message: string): never {
  checkProps('nodes', (issue) => issue(path, message));
  throw new Error('unreachable');
}
