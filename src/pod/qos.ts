import type { coreV1 } from '../kubernetes';
import { checked, type ReportIssue } from '../props';
import { parseQuantity, qosClassOfPod, qualifiedName, requireArguments } from '../values';
import { checkQuantity, checkText, definedFields, isLarger, mapOf, under } from './checks';

/** Quality of Service class: when a node runs out of resources, BestEffort pods are evicted first and Guaranteed pods last. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

/** A Kubernetes quantity: `'500m'`, `'2'` or `0.5` for CPU; `'256Mi'` for memory and storage. */
export type Quantity = string | number;

/** Amounts of resources. */
export interface Resources {
  /** Cores, such as `'500m'` or `2`. */
  readonly cpu?: Quantity;
  /** Bytes, such as `'256Mi'`. */
  readonly memory?: Quantity;
  /** Bytes of ephemeral storage: logs, the writable layer, emptyDir volumes. Becomes `ephemeral-storage`. */
  readonly ephemeralStorage?: Quantity;
  /** Extended resources by name, such as `{ 'nvidia.com/gpu': 1 }`; also `hugepages-2Mi`. */
  readonly extended?: Readonly<Record<string, Quantity>>;
}

/**
 * Resource requests and limits of a container, which determine the QoS class of its pod.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
 */
@checked('Qos')
export class Qos {
  /** Requests equal to limits for CPU and memory. */
  public static guaranteed(resources: Resources & { readonly cpu: Quantity; readonly memory: Quantity }): Qos {
    return new Qos('Guaranteed', resources, resources);
  }

  /**
   * Requests are reserved, limits are the maximum. A resource in `requests` without a limit can use all that
   * the node has available.
   */
  public static burstable(resources: { readonly requests: Resources; readonly limits?: Resources }): Qos {
    return new Qos('Burstable', resources.requests, resources.limits ?? {});
  }

  /** Nothing reserved: evicted first when the node runs out of resources. */
  public static bestEffort(): Qos {
    return new Qos('BestEffort', {}, {});
  }

  private constructor(
    /** The requested class; the pod gets it only if its other containers allow it. */
    public readonly qosClass: QosClass,
    public readonly requests: Resources,
    public readonly limits: Resources,
  ) {}
}

/** What a missing or wrong `qos` is answered with. */
export const QOS_CHOICES = 'Qos.guaranteed({ cpu: "500m", memory: "256Mi" }), Qos.burstable or Qos.bestEffort';

/** Whether a value is a Qos. Checks its fields, because another copy of the package has its own class. */
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

/** `resources` of a container; undefined when there are none. */
export function qosManifest(qos: Qos, reportIssue: ReportIssue): coreV1.ResourceRequirements | undefined {
  const requests = resourceMap(qos.requests) ?? {};
  const limits = resourceMap(qos.limits) ?? {};
  const own = under(reportIssue, 'qos');
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

function checkAmounts(reportIssue: ReportIssue, amounts: Record<string, Quantity>): void {
  for (const [name, amount] of Object.entries(amounts)) {
    checkQuantity(reportIssue, name, amount);
    checkSuffix(reportIssue, name, String(amount));
    if (name === 'cpu' || name === 'memory' || name === 'ephemeral-storage' || name.startsWith('hugepages-')) continue;
    checkText(reportIssue, 'extended', name, qualifiedName);
    if (!name.includes('/')) {
      reportIssue('extended', `${JSON.stringify(name)} must have a domain prefix, for example "nvidia.com/gpu"`);
    }
  }
}

/** `500M` is 500 million cores, and `256m` a quarter of a byte: the suffixes differ in case only. */
function checkSuffix(reportIssue: ReportIssue, name: string, amount: string): void {
  const [, number, suffix] = /^(\d+(?:\.\d+)?)([mM])$/.exec(amount) ?? [];
  const [, ofMemory, unit] = /^(\d+(?:\.\d+)?)([KMGTPE]i)$/.exec(amount) ?? [];
  if (name === 'cpu' && unit !== undefined) {
    reportIssue(
      name,
      `"${amount}" is an amount of memory, not of cores`,
      `use "${ofMemory}m" for thousandths of a core`,
    );
  } else if (name === 'cpu' && suffix === 'M') {
    reportIssue(name, `"${amount}" is ${number} million cores`, `use "${number}m" for thousandths of a core`);
  } else if ((name === 'memory' || name === 'ephemeral-storage') && suffix === 'm') {
    reportIssue(name, `"${amount}" is ${number} thousandths of a byte`, `use "${number}Mi"`);
  }
}

/** Extended resources cannot be overcommitted: request and limit must be equal. */
function checkExtended(qos: Qos, reportIssue: ReportIssue): void {
  if (qos.requests === qos.limits) return;
  const { extended: requests = {} } = qos.requests;
  const { extended: limits = {} } = qos.limits;
  for (const name of Object.keys({ ...requests, ...limits })) {
    if (limits[name] === undefined) {
      reportIssue(
        `limits.extended`,
        `must have ${JSON.stringify(name)}, because extended resources cannot be overcommitted`,
      );
    } else if (requests[name] !== undefined && String(requests[name]) !== String(limits[name])) {
      reportIssue(`requests.extended`, `${JSON.stringify(name)} must equal its limit, ${JSON.stringify(limits[name])}`);
    }
  }
}

function checkClass(qos: Qos, reportIssue: ReportIssue): void {
  const manifest = { requests: resourceMap(qos.requests), limits: resourceMap(qos.limits) };
  // What is not a quantity has been reported; the class that was meant is not known then.
  if (![manifest.requests, manifest.limits].every(areQuantities)) return;
  const found = qosClassOf({ containers: [{ resources: definedFields(manifest) }] });
  if (found === qos.qosClass) return;
  const hint = `use Qos.${found[0]!.toLowerCase()}${found.slice(1)}`;
  reportIssue('', `these resources result in QoS class ${found}, not ${qos.qosClass}`, hint);
}

function areQuantities(amounts: Record<string, Quantity> = {}): boolean {
  return Object.values(amounts).every((amount) => parseQuantity(amount) !== undefined);
}

/** The part of a pod that its QoS class depends on. */
export interface PodResources {
  readonly containers?: readonly ContainerResources[];
  readonly initContainers?: readonly ContainerResources[];
  readonly resources?: coreV1.ResourceRequirements;
}
/** Resources of a container. */
export interface ContainerResources {
  readonly resources?: coreV1.ResourceRequirements;
}

/**
 * The QoS class of a pod, computed from all its containers, including init containers and sidecars, or from the
 * pod-level resources if they are set.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/core/v1/helper/qos/qos.go
 */
export function qosClassOf(podSpec: PodResources): QosClass {
  requireArguments('qosClassOf', { podSpec: [podSpec, 'an object'] });
  return qosClassOfPod(podSpec);
}
