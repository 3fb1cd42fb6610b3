import { factsOf, isKind, resourceOf } from '../../facts';
import { addAmounts, amountsOf, countQuantity, isExtendedResource, type Quantity, scaledUp } from '../../values';
import { podUsage } from '../pods/requests';

const STORAGE_CLASS = '.storageclass.storage.k8s.io/';
const ONE = countQuantity(1);

/** What an object uses of a quota, by the names that a quota can limit. @see pkg/quota/v1/evaluator/core of the server */
export function usageOf(object: any, minor: number): Map<string, Quantity> {
  const usage = new Map([[`count/${resourceOf(object)}`, ONE]]);
  if (isKind(object, 'Pod')) return addAmounts(usage, podQuotaUsage(object.spec ?? {}, minor));
  if (isKind(object, 'Service')) return addAmounts(usage, serviceUsage(object.spec ?? {}));
  if (isKind(object, 'PersistentVolumeClaim')) return addAmounts(usage, claimUsage(object));
  return factsOf(object).isCountedByName ? usage.set(resourceOf(object), ONE) : usage;
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
