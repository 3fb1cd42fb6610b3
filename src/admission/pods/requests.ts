import { gatesOf } from '../../facts';
import { addAmounts, largerAmounts, parseQuantity, type Quantity, type ResourceAmounts } from '../../values';

/** Resources that can be set for a whole pod. @see isSupportedPodLevelResource of the server */
const POD_LEVEL = /^(cpu|memory|hugepages-.*)$/;

/** The amounts of a field such as `resources.requests`; what is not a quantity was refused before. */
export function amountsOf(list: Readonly<Record<string, string | number>> | undefined): Map<string, Quantity> {
  const amounts = new Map<string, Quantity>();
  for (const [name, written] of Object.entries(list ?? {})) {
    const amount = parseQuantity(written);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

/**
 * What a pod requests, or is limited to, in sum: its containers together, or the init container that needs more while it runs.
 * Sidecars run beside both. Resources that are set for the pod replace the sum.
 *
 * @see PodRequests of k8s.io/component-helpers/resource
 */
export function podAmounts(spec: any, field: 'requests' | 'limits', minor: number): Map<string, Quantity> {
  const amountsIn = (container: any) => amountsOf(container?.resources?.[field]);
  let running: ResourceAmounts = new Map();
  for (const container of spec.containers ?? []) running = addAmounts(running, amountsIn(container));
  let sidecars: ResourceAmounts = new Map();
  let starting: ResourceAmounts = new Map();
  for (const container of spec.initContainers ?? []) {
    const own = amountsIn(container);
    if (container.restartPolicy === 'Always') {
      running = addAmounts(running, own);
      sidecars = addAmounts(sidecars, own);
      starting = largerAmounts(starting, sidecars);
    } else {
      starting = largerAmounts(starting, addAmounts(own, sidecars));
    }
  }
  const sums = largerAmounts(running, starting);
  if (gatesOf(minor).has('PodLevelResources')) {
    for (const [name, amount] of amountsOf(spec.resources?.[field])) {
      if (POD_LEVEL.test(name)) sums.set(name, amount);
    }
  }
  return sums;
}

/** The same with the overhead of the RuntimeClass, which counts for quotas: in limits only where there is one. */
export function podUsage(spec: any, field: 'requests' | 'limits', minor: number): Map<string, Quantity> {
  const amounts = podAmounts(spec, field, minor);
  const overhead = amountsOf(spec.overhead);
  if (field === 'requests') return addAmounts(amounts, overhead);
  return addAmounts(amounts, new Map([...overhead].filter(([name]) => amounts.has(name))));
}
