import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { parseQuantity, qualifiedName, signOfQuantity } from '../values';
import { checkQuantity, checkText, definedFields, isLarger, mapOf, under } from './checks';

/** How the kubelet treats a pod when a node runs short: BestEffort pods are evicted first, Guaranteed ones last. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

/** A Kubernetes quantity: `'500m'`, `'2'` or `0.5` for CPU; `'256Mi'` for memory and storage. */
export type Quantity = string | number;

/** Amounts of resources. */
export interface Resources {
  /** Cores, such as `'500m'` or `2`. */
  readonly cpu?: Quantity;
  /** Bytes, such as `'256Mi'`. */
  readonly memory?: Quantity;
  /** Bytes on the node's disk: logs, the writable layer, emptyDir volumes. Becomes `ephemeral-storage`. */
  readonly ephemeralStorage?: Quantity;
  /** Whole numbers of devices by name, such as `{ 'nvidia.com/gpu': 1 }`; also `hugepages-2Mi`. */
  readonly extended?: Readonly<Record<string, Quantity>>;
}

/**
 * What a container may use, and so the quality of service of its pod.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
 */
export class Qos {
  /** Requests equal limits for CPU and memory: the pod keeps what it was given. */
  public static guaranteed(resources: Resources & { readonly cpu: Quantity; readonly memory: Quantity }): Qos {
    return new Qos('Guaranteed', resources, resources);
  }

  /**
   * Requests are reserved, limits are the most it may use. A resource in `requests` without a limit may grow as far as
   * the node has room.
   */
  public static burstable(resources: { readonly requests: Resources; readonly limits?: Resources }): Qos {
    return new Qos('Burstable', resources.requests, resources.limits ?? {});
  }

  /** Nothing reserved: the first to go when the node runs short. */
  public static bestEffort(): Qos {
    return new Qos('BestEffort', {}, {});
  }

  private constructor(
    /** The class that was asked for; the pod has it only if its other containers allow it. */
    public readonly qosClass: QosClass,
    public readonly requests: Resources,
    public readonly limits: Resources,
  ) {}
}

/** Whether it is a Qos; by its fields, as another copy of the package has a class of its own. */
export function isQos(value: unknown): value is Qos {
  const { qosClass, requests, limits } = Object(value);
  return typeof qosClass === 'string' && typeof requests === 'object' && typeof limits === 'object';
}

function resourceMap(resources: Resources): Record<string, Quantity> | undefined {
  const { cpu, memory, ephemeralStorage, extended } = resources;
  return mapOf(definedFields({ cpu, memory, 'ephemeral-storage': ephemeralStorage, ...extended })) as
    | Record<string, Quantity>
    | undefined;
}

const text = (map: Record<string, Quantity> | undefined) =>
  map && Object.fromEntries(Object.entries(map).map(([name, amount]) => [name, String(amount)]));

/** `resources` of a container; undefined when it asks for none. */
export function qosManifest(qos: Qos, problem: Problem): coreV1.ResourceRequirements | undefined {
  const requests = resourceMap(qos.requests) ?? {};
  const limits = resourceMap(qos.limits) ?? {};
  const own = under(problem, 'qos');
  const sides =
    qos.requests === qos.limits
      ? ([['', limits]] as const)
      : ([
          ['requests', requests],
          ['limits', limits],
        ] as const);
  for (const [side, amounts] of sides) checkAmounts(under(own, side), amounts);
  for (const [name, request] of Object.entries(requests)) {
    const limit = limits[name];
    if (limit !== undefined && isLarger(request, limit)) {
      own(`requests.${name}`, `${JSON.stringify(request)} must not be more than the limit, ${JSON.stringify(limit)}`);
    }
  }
  checkExtended(qos, own);
  checkClass(qos, own);
  return definedFieldsOrNone({ requests: text(mapOf(requests)), limits: text(mapOf(limits)) });
}

function definedFieldsOrNone(resources: coreV1.ResourceRequirements): coreV1.ResourceRequirements | undefined {
  return resources.requests === undefined && resources.limits === undefined ? undefined : definedFields(resources);
}

function checkAmounts(problem: Problem, amounts: Record<string, Quantity>): void {
  for (const [name, amount] of Object.entries(amounts)) {
    checkQuantity(problem, name, amount);
    if (name === 'cpu' || name === 'memory' || name === 'ephemeral-storage' || name.startsWith('hugepages-')) continue;
    checkText(problem, 'extended', name, qualifiedName);
    if (!name.includes('/')) {
      problem('extended', `${JSON.stringify(name)} must have a domain, such as "nvidia.com/gpu"`);
    }
  }
}

/** Devices cannot be shared or lent, so that their request is their limit. */
function checkExtended(qos: Qos, problem: Problem): void {
  if (qos.requests === qos.limits) return;
  const { extended: requests = {} } = qos.requests;
  const { extended: limits = {} } = qos.limits;
  for (const name of Object.keys({ ...requests, ...limits })) {
    if (limits[name] === undefined) {
      problem(`limits.extended`, `must have ${JSON.stringify(name)}, as devices cannot be overcommitted`);
    } else if (requests[name] !== undefined && String(requests[name]) !== String(limits[name])) {
      problem(`requests.extended`, `${JSON.stringify(name)} must equal its limit, ${JSON.stringify(limits[name])}`);
    }
  }
}

function checkClass(qos: Qos, problem: Problem): void {
  const manifest = { requests: resourceMap(qos.requests), limits: resourceMap(qos.limits) };
  const found = qosClassOf({ containers: [{ resources: definedFields(manifest) }] });
  if (found === qos.qosClass) return;
  const hint = `say Qos.${found[0]!.toLowerCase()}${found.slice(1)}`;
  problem('', `asks for ${qos.qosClass}, but these resources make ${found}`, hint);
}

interface PodResources {
  readonly containers?: readonly ContainerResources[];
  readonly initContainers?: readonly ContainerResources[];
  readonly resources?: coreV1.ResourceRequirements;
}
interface ContainerResources {
  readonly resources?: coreV1.ResourceRequirements;
}

const isPositive = (amount: Quantity | undefined) => {
  const parsed = amount === undefined ? undefined : parseQuantity(amount);
  return parsed !== undefined && signOfQuantity(parsed) > 0;
};

/**
 * The class that Kubernetes gives to a pod, over all its containers, init containers and sidecars included; or by the
 * pod's own resources, when it has them.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/core/v1/helper/qos/qos.go
 */
export function qosClassOf(podSpec: PodResources): QosClass {
  const holders = hasAny(podSpec.resources)
    ? [podSpec as ContainerResources]
    : [...(podSpec.initContainers ?? []), ...(podSpec.containers ?? [])];
  if (!holders.some(({ resources }) => hasAny(resources))) return 'BestEffort';
  const guaranteed = holders.every(({ resources }) =>
    ['cpu', 'memory'].every((name) => {
      const limit = resources?.limits?.[name];
      // A request that is not given is the limit.
      const request = resources?.requests?.[name] ?? limit;
      return isPositive(limit) && !isLarger(limit!, request!) && !isLarger(request!, limit!);
    }),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

function hasAny(resources: coreV1.ResourceRequirements | undefined): boolean {
  return [resources?.requests, resources?.limits].some((side) => isPositive(side?.cpu) || isPositive(side?.memory));
}
