import { factsOf } from '../../facts';
import { deployment } from '../examples';
import {
  type Amounts,
  capacityOf,
  exceeded,
  formatAmount,
  type NodeSize,
  podRequests,
  sum,
  toleratesTaintsOf,
} from '../node-size';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';

const nodes = [{ cpu: '2', memory: '4Gi' }];
const requesting = (cpu: string, replicas = 1) => {
  const object = deployment({ resources: { requests: { cpu, memory: '1Gi' } } });
  return { ...object, spec: { ...object.spec, replicas } };
};

/** A pod that requests more than any node has stays Pending. */
export const podLargerThanNode: RuntimeRule = {
  id: 'pod-larger-than-node',
  severity: 'error',
  message: 'the pod fits no node: it requests cpu 3, and the largest node has 2',
  why: 'The scheduler places a pod on a node that has all that the pod requests. One that requests more than any node has stays Pending. Checked when the option nodes gives the sizes of the nodes.',
  hint: 'request less, or use larger nodes',
  source:
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
  examples: { nodes },
  alongside: ['requests-exceed-nodes'],
  refused: requesting('3'),
  accepted: requesting('500m'),
  check: ({ spec, nodes: sizes }, report) => {
    if (sizes.length === 0) return;
    const requests = podRequests(spec);
    const open = sizes.filter((node) => toleratesTaintsOf(node, spec));
    if (open.length === 0) {
      report({
        field: 'tolerations',
        message: 'the pod fits no node: it does not tolerate the taints of any',
        hint: 'add tolerations, or use nodes without taints',
      });
    }
    // The resources that the pod has too much of on the node that comes closest.
    const short = open.map((node) => ({ node, names: exceeded(requests, node) }));
    const closest = short.sort((a, b) => a.names.length - b.names.length || lack(a, requests) - lack(b, requests))[0];
    for (const name of closest?.names ?? []) {
      const requested = formatAmount(name, requests.get(name)!);
      const there = formatAmount(name, capacityOf(closest!.node).get(name) ?? 0n);
      const which = open.length === 1 ? 'a node has' : 'the closest node has';
      report({
        field: 'containers',
        message: `the pod fits no node: it requests ${name} ${requested}, and ${which} ${there}`,
      });
    }
  },
};

/** The part of the requests that a node lacks, from 0 to 1 for each resource. */
function lack({ node, names }: { node: NodeSize; names: readonly string[] }, requests: Amounts): number {
  const capacity = capacityOf(node);
  return names.reduce((all, name) => all + 1 - Number(capacity.get(name) ?? 0n) / Number(requests.get(name)), 0);
}

/** Pods of a workload that run at the same time; 0 for those that come and go. */
function podsOf({ object, nodes: sizes }: RuntimePod): bigint {
  const { replicas = 1, parallelism = 1 } = object.spec ?? {};
  switch (factsOf(object).pods) {
    case 'one':
      return 1n;
    case 'replicas':
      return BigInt(Math.max(0, Math.trunc(replicas)));
    case 'parallelism':
      return BigInt(Math.max(0, Math.trunc(parallelism)));
    case 'on-each-node':
      return BigInt(sizes.reduce((all, { count = 1 }) => all + count, 0));
    default:
      return 0n;
  }
}

function times(amounts: Amounts, factor: bigint): Amounts {
  return new Map([...amounts].map(([name, amount]) => [name, amount * factor]));
}

/** All pods together request more than all nodes have. */
export const requestsExceedNodes: RuntimeRule = {
  id: 'requests-exceed-nodes',
  severity: 'warning',
  message: 'all pods together request cpu 3, and the nodes have 2',
  why: 'When the requests of all pods are more than the nodes have together, some of the pods stay Pending. Counted are the replicas of workloads, a pod of a DaemonSet on each node, and the parallel pods of Jobs, not CronJobs. Checked when the option nodes gives the sizes of the nodes.',
  hint: 'request less, run fewer replicas, or use more nodes',
  source:
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
  examples: { nodes },
  refused: requesting('1500m', 2),
  accepted: requesting('500m', 2),
  check: () => {},
  checkAll: (pods, report) => {
    const sizes = pods[0]?.nodes ?? [];
    // Nodes that are kept for other pods do not count.
    const open = sizes.filter((node) => pods.some(({ spec }) => toleratesTaintsOf(node, spec)));
    if (open.length === 0) return;
    const requested = pods.map((pod) => times(podRequests(pod.spec), podsOf(pod))).reduce(sum, new Map());
    const there = open.map((node) => times(capacityOf(node), BigInt(node.count ?? 1))).reduce(sum, new Map());
    const isGiven = (name: string) => open.every((node) => node.resources !== undefined || capacityOf(node).has(name));
    for (const name of exceeded(requested, open[0]!, there).filter(isGiven)) {
      report({
        field: '',
        message: `all pods together request ${name} ${formatAmount(name, requested.get(name)!)}, and the nodes have ${formatAmount(name, there.get(name) ?? 0n)}`,
      });
    }
  },
};
