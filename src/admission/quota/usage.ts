import { factsOf, groupKindOf, isKind, resourceOf } from '../../facts';
import {
  addAmounts,
  amountsOf,
  countQuantity,
  isExtendedResource,
  type Quantity,
  type ResourceAmounts,
  scaledUp,
} from '../../values';
import { podUsage } from '../pods/requests';

const STORAGE_CLASS = '.storageclass.storage.k8s.io/';
const ONE = countQuantity(1);

/** What an object uses of a quota, by the names that a quota can limit. @see pkg/quota/v1/evaluator/core of the server */
export function usageOf(object: any, minor: number): ResourceAmounts {
  const count = countOf(object);
  if (isKind(object, 'Pod')) return addAmounts(count, podQuotaUsage(object.spec ?? {}, minor));
  if (isKind(object, 'Service')) return addAmounts(count, serviceUsage(object.spec ?? {}));
  if (isKind(object, 'PersistentVolumeClaim')) return addAmounts(count, claimUsage(object));
  return count;
}

/** By group and kind. */
const counts = new Map<string, ResourceAmounts>();

/** Of most kinds, an object uses one, and nothing else. */
function countOf(object: any): ResourceAmounts {
  const kind = groupKindOf(object);
  let count = counts.get(kind);
  if (count === undefined) {
    const names = [`count/${resourceOf(object)}`, ...(factsOf(object).isCountedByName ? [resourceOf(object)] : [])];
    count = new Map(names.map((name) => [name, ONE]));
    counts.set(kind, count);
  }
  return count;
}

/** What a pod uses beside its count. */
function podQuotaUsage(spec: any, minor: number): Map<string, Quantity> {
  return computeUsage(podUsage(spec, 'requests', minor), podUsage(spec, 'limits', minor));
}

/** Requests and limits under the names of quotas: `cpu` is `requests.cpu`. @see podComputeUsageHelper */
function computeUsage(
  requests: ReadonlyMap<string, Quantity>,
  limits: ReadonlyMap<string, Quantity>,
): Map<string, Quantity> {
  const usage = new Map([['pods', ONE]]);
  for (const [name, amount] of requests) {
    const isBuiltIn = ['cpu', 'memory', 'ephemeral-storage'].includes(name) || name.startsWith('hugepages-');
    if (isBuiltIn) usage.set(name, amount);
    if (isBuiltIn || isExtendedResource(name)) usage.set(`requests.${name}`, amount);
  }
  for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
    const limit = limits.get(name);
    if (limit !== undefined) usage.set(`limits.${name}`, limit);
  }
  return usage;
}

function serviceUsage({ type, ports = [], allocateLoadBalancerNodePorts }: any): Map<string, Quantity> {
  const isBalancer = type === 'LoadBalancer';
  const own = ports.filter(({ nodePort = 0 }: any) => nodePort !== 0).length;
  const allocated = isBalancer && allocateLoadBalancerNodePorts === false ? own : ports.length;
  return new Map([
    ['services', ONE],
    ['services.loadbalancers', countQuantity(isBalancer ? 1 : 0)],
    ['services.nodeports', countQuantity(isBalancer || type === 'NodePort' ? allocated : 0)],
  ]);
}

function claimUsage({ spec = {}, metadata }: any): Map<string, Quantity> {
  const storageClass = metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] ?? spec.storageClassName ?? '';
  const usage = new Map([['persistentvolumeclaims', ONE]]);
  const requested = amountsOf(spec.resources?.requests).get('storage');
  if (requested !== undefined) usage.set('requests.storage', wholeBytes(requested));
  if (storageClass === '') return usage;
  return new Map([
    ...usage,
    ...[...usage].map(([name, amount]) => [`${storageClass}${STORAGE_CLASS}${name}`, amount] as const),
  ]);
}

function wholeBytes(amount: Quantity): Quantity {
  return amount.exponent < 0 ? { ...amount, digits: scaledUp(amount, 0), exponent: 0 } : amount;
}
