import { parseQuantity, type Quantity } from './quantity';
import { addAmounts, largerAmounts, type ResourceAmounts } from './quantity-sums';

/** Resources that can be set for a whole pod. @see isSupportedPodLevelResource of k8s.io/component-helpers/resource */
const POD_LEVEL = /^(cpu|memory|hugepages-.*)$/;

/** The amounts of a field such as `resources.requests`; what is not a quantity is left out. */
export function amountsOf(list: Readonly<Record<string, unknown>> | undefined): Map<string, Quantity> {
  const amounts = new Map<string, Quantity>();
  for (const [name, written] of Object.entries(list ?? {})) {
    const amount = parsed(written);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

/** The same few quantities are in all pods of an app. */
const known = new Map<unknown, Quantity | undefined>();
const MOST_KNOWN = 1_000;

function parsed(written: unknown): Quantity | undefined {
  if (known.has(written)) return known.get(written);
  const amount = parseQuantity(written as string);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, amount);
  return amount;
}

/** Which amounts of a pod are summed. */
export interface PodAmountsOptions {
  /** The amounts of the `resources` of a container or of the pod. */
  readonly amountsIn: (resources: any) => ResourceAmounts;
  /** Whether the version has resources for whole pods, which replace the sum of the containers. */
  readonly hasPodLevel: boolean;
}

/**
 * What a pod requests, or is limited to, in sum: its containers together, or the init container that needs more while it runs.
 * Sidecars run beside both. Without the overhead of the pod.
 *
 * @see PodRequests of k8s.io/component-helpers/resource
 */
export function podAmounts(spec: any, { amountsIn, hasPodLevel }: PodAmountsOptions): Map<string, Quantity> {
  const amountsOfContainer = (container: any) => amountsIn(container?.resources ?? {});
  let running: ResourceAmounts = new Map();
  for (const container of spec.containers ?? []) running = addAmounts(running, amountsOfContainer(container));
  let sidecars: ResourceAmounts = new Map();
  let starting: ResourceAmounts = new Map();
  for (const container of spec.initContainers ?? []) {
    const own = amountsOfContainer(container);
    if (container?.restartPolicy === 'Always') {
      running = addAmounts(running, own);
      sidecars = addAmounts(sidecars, own);
      starting = largerAmounts(starting, sidecars);
    } else {
      starting = largerAmounts(starting, addAmounts(own, sidecars));
    }
  }
  const sums = largerAmounts(running, starting);
  if (!hasPodLevel) return sums;
  for (const [name, amount] of amountsIn(spec.resources ?? {})) {
    if (POD_LEVEL.test(name)) sums.set(name, amount);
  }
  return sums;
}
