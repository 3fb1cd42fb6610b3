import { qualifiedName } from './names';

/** Names of resources in requests, limits, quotas and limit ranges. Messages as in pkg/apis/core/validation. */

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
const OF_REQUESTS = ['requests.cpu', 'requests.memory', 'requests.ephemeral-storage'];
const OF_LIMITS = ['limits.cpu', 'limits.memory', 'limits.ephemeral-storage'];
const COUNTED = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];

const OF_QUOTAS: ReadonlySet<string> = new Set([
  ...COMPUTE,
  ...OF_REQUESTS,
  ...OF_LIMITS,
  ...COUNTED,
  'requests.storage',
]);
const STANDARD: ReadonlySet<string> = new Set([...OF_QUOTAS, 'storage']);

/** `hugepages-2Mi` and the like. */
export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

function isQuotaHugePages(name: string): boolean {
  return isHugePages(name) || name.startsWith('requests.hugepages-');
}

function isStandard(name: string): boolean {
  return STANDARD.has(name) || isQuotaHugePages(name);
}

function hasNoPrefix(name: string): boolean {
  return !name.includes('/');
}

/** Whether Kubernetes itself gives the name its meaning. */
export function isNativeResource(name: string): boolean {
  return hasNoPrefix(name) || name.includes('kubernetes.io/');
}

/** Whether it is the resource of a device plugin, such as `nvidia.com/gpu`. */
export function isExtendedResource(name: string): boolean {
  return !isNativeResource(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`).length === 0;
}

/** Whether a limit may exceed the request. */
export function isOvercommitAllowed(name: string): boolean {
  return isNativeResource(name) && !isHugePages(name);
}

/** Whether the resource is counted in whole things. */
export function isCountedResource(name: string): boolean {
  return COUNTED.includes(name) || isExtendedResource(name);
}

/** Whether a quota may limit it without a prefix. */
export function isQuotaResource(name: string): boolean {
  return OF_QUOTAS.has(name) || isQuotaHugePages(name);
}

/** `validateResourceName`: of limits of any kind. */
export function resourceName(name: string): string[] {
  const problems = qualifiedName(name);
  if (problems.length > 0) return problems;
  return hasNoPrefix(name) && !isStandard(name) ? ['must be a standard resource type or fully qualified'] : [];
}

/** `validateContainerResourceName`: of requests and limits of a container. */
export function containerResourceName(name: string): string[] {
  const problems = resourceName(name);
  if (hasNoPrefix(name)) {
    return COMPUTE.includes(name) || isHugePages(name)
      ? problems
      : [...problems, 'must be a standard resource for containers'];
  }
  return isNativeResource(name) || isExtendedResource(name)
    ? problems
    : [...problems, "doesn't follow extended resource name standard"];
}

/** Resources that a quota limits by these names; those of huge pages, devices and `count/…` are others. */
export function quotaResourceNames(): readonly string[] {
  return [...OF_QUOTAS];
}

/** `ValidateResourceQuotaResourceName`: of a quota. */
export function quotaResourceName(name: string): string[] {
  const problems = resourceName(name);
  return hasNoPrefix(name) && !isQuotaResource(name)
    ? [...problems, 'must be a standard resource for quota']
    : problems;
}
