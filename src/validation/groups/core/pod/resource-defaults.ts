import { canonicalQuantity, isHugePages, isOvercommitAllowed } from '../../../../values';
import { aggregate } from './pod-resources';

/** Fills requests and limits of a pod as a whole from those of its containers. Gate PodLevelResources. */
export function defaultPodResources(spec: any): void {
  const { resources } = spec;
  if (resources === undefined) return;
  const { limits = {}, requests = {} } = resources;
  if (Object.keys(limits).length + Object.keys(requests).length === 0) return;
  for (const [name, amount] of aggregate(spec, 'limits')) {
    if (isHugePages(name) && !Object.hasOwn(requests, name)) limits[name] ??= canonicalQuantity(amount);
  }
  if (Object.keys(limits).length === 0) return;
  resources.limits = limits;
  for (const [name, amount] of aggregate(spec, 'requests')) {
    if (isSupported(name) && isOvercommitAllowed(name)) requests[name] ??= canonicalQuantity(amount);
  }
  for (const [name, amount] of Object.entries(limits)) if (isSupported(name)) requests[name] ??= amount;
  if (Object.keys(requests).length > 0) resources.requests = requests;
}

function isSupported(name: string): boolean {
  return name === 'cpu' || name === 'memory' || isHugePages(name);
}
