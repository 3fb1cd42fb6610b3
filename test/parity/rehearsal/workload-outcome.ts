import { checkManifests } from '../../../src/check';
import type { KubernetesVersion } from '../../../src/facts';
import type { Address, Connection } from '../../e2e/server/connection';
import { applyStack } from './apply-stack';
import type { Stack } from './stacks';

/** What became of the pods of the workload that a stack ends with. */
export interface Outcome {
  readonly stack: Stack;
  /** `created`, the message of an event, or `unknown`: the workload was refused, or nothing happened in time. */
  readonly server: string;
}

/** How an outcome compares with the check. */
export interface ComparedOutcome extends Outcome {
  readonly ours: string;
  /** Whether both agree that a pod is created, or that none is. */
  readonly isSame: boolean;
  /** Whether both give the same reason. */
  readonly hasSameWords: boolean;
}

/** Controllers that create pods, by the names that all versions but 1.28 end with `-controller`. */
export const WORKLOAD_CONTROLLERS = ['deployment', 'replicaset', 'statefulset', 'daemonset', 'job'];
/** A DaemonSet creates no pod without a node. */
export const NODE = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node', labels: { sandbox: 'on' } } };

const CREATED = 'created';
const UNKNOWN = 'unknown';
/** Milliseconds in which controllers create pods or report that they cannot. */
const PATIENCE = 60_000;

/** Applies a stack, and waits until the controller of its workload created a pod, or an event says why it cannot. */
export async function outcomeOf(server: Address, connection: Connection, stack: Stack): Promise<Outcome> {
  const answers = await applyStack(server, stack, { remove: false });
  if (!answers.at(-1)!.accepted) return { stack, server: UNKNOWN };
  const { namespace, objects } = stack;
  const deadline = Date.now() + PATIENCE;
  const { name } = objects.at(-1).metadata;
  const isOwned = ({ metadata }: any) => metadata.ownerReferences?.some((owner: any) => owner.name.startsWith(name));
  while (Date.now() < deadline) {
    const { body: pods } = await connection.get(`/api/v1/namespaces/${namespace}/pods`);
    if (pods.items.some(isOwned)) return { stack, server: CREATED };
    const { body: events } = await connection.get(
      `/api/v1/namespaces/${namespace}/events?fieldSelector=reason=FailedCreate`,
    );
    const failed = events.items.find(({ involvedObject }: any) => involvedObject.name.startsWith(name));
    if (failed !== undefined) return { stack, server: String(failed.message) };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { stack, server: UNKNOWN };
}

/** Compares with the check; undefined where the server gave no outcome. */
export function compareOutcome({ stack, server }: Outcome, version: KubernetesVersion): ComparedOutcome | undefined {
  if (server === UNKNOWN) return undefined;
  const found = checkManifests(stack.objects, { kubernetesVersion: version, cluster: 'empty' });
  const last = stack.objects.length - 1;
  const ours = found.find(({ rule, document }) => rule === 'pods-never-created' && document === last)?.message;
  return {
    stack,
    server,
    ours: ours ?? CREATED,
    isSame: (server === CREATED) === (ours === undefined),
    hasSameWords: ours !== undefined && words(server) === words(ours),
  };
}

/** What is forbidden, without the pod; lists of one message have no order on the server. */
function words(message: string): string {
  const what = message
    .replace(/^.*?(is forbidden|no pod can be created): |^Error creating: /, '')
    .replace(/^Pod "[^"]*" is invalid/, 'Pod is invalid');
  return what.replaceAll(/[[\]]/g, '').split(', ').sort().join(', ');
}
