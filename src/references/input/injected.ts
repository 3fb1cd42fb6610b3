import { containersOf, DEFAULT_NAMESPACE, groupOf } from '../../facts';
import { isLabelSelector, selectorMatches } from '../../values';
import type { Cluster } from './cluster';
import { customList, namespaceOf, type Workload } from './placed';

/** A service mesh whose webhook adds containers to pods. */
interface Mesh {
  /** Whether labels and annotations of a pod or a namespace ask for it; undefined when they do not say. */
  readonly isAsked: (marks: Readonly<Record<string, unknown>>) => boolean | undefined;
  readonly containers: readonly string[];
  /** Names and numbers of ports. */
  readonly ports: readonly (string | number)[];
}

const MESHES: readonly Mesh[] = [
  // https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio
  {
    isAsked: (marks) => {
      const own = marks['sidecar.istio.io/inject'] ?? marks['istio-injection'];
      if (own !== undefined) return own === 'true' || own === 'enabled';
      return marks['istio.io/rev'] === undefined ? undefined : true;
    },
    containers: ['istio-proxy', 'istio-init', 'istio-validation'],
    ports: ['http-envoy-prom', 15000, 15001, 15006, 15008, 15020, 15021, 15090],
  },
  // https://linkerd.io/2/features/proxy-injection/
  {
    isAsked: (marks) => {
      const own = marks['linkerd.io/inject'];
      return own === undefined ? undefined : own === 'enabled' || own === 'ingress';
    },
    containers: ['linkerd-proxy', 'linkerd-init', 'linkerd-network-validator'],
    ports: ['linkerd-proxy', 'linkerd-admin', 4143, 4190, 4191],
  },
];

type Injected = Pick<Workload, 'object' | 'pod'>;

/** Whether a mesh adds a container of that name to the pods. */
export function isInjectedContainer(name: unknown, workload: Injected, cluster: Cluster): boolean {
  return (
    meshesOf(workload, cluster).some(({ containers }) => containers.includes(String(name))) ||
    sidecarsOf(workload, cluster).some((container) => container?.name === name)
  );
}

/** Whether a mesh adds a container with a port of that name or number to the pods. */
export function isInjectedPort(port: string | number, workload: Injected, cluster: Cluster): boolean {
  return (
    (typeof port === 'number' && isProxy(workload)) ||
    meshesOf(workload, cluster).some(({ ports }) => ports.includes(port)) ||
    sidecarsOf(workload, cluster).some((container) =>
      customList(container?.ports).some((one) => one?.name === port || one?.containerPort === port),
    )
  );
}

/** Annotations such as `sidecar.opentelemetry.io/inject` of what adds containers that are not known here. */
const ASKS = /(?:^|[./-])inject(?:ed|ion|or)?(?:$|[-/])/;

/** Of the meshes above all is known. */
const KNOWN = /^(?:sidecar\.istio\.io|linkerd\.io)\/|^istio-/;

/**
 * Whether the pods or their namespace ask for a sidecar, so that their containers are not all known.
 *
 * @param name a container or port that they do not have; of a mesh that the namespace may ask for when it is not in the input.
 */
export function mayBeInjected({ object, pod }: Injected, cluster: Cluster, name: unknown): boolean {
  const namespace = namespaceObjectOf(object, cluster);
  const isOfMesh = MESHES.some(
    ({ isAsked, containers, ports }) =>
      [...containers, ...ports].some((one) => one === name) && isAsked(marksOf(pod)) !== false,
  );
  if (isOfMesh && namespace === undefined) return true;
  const marks = { ...marksOf(namespace), ...marksOf(pod) };
  return Object.entries(marks).some(
    ([key, value]) => ASKS.test(key) && !KNOWN.test(key) && !['false', 'disabled', ''].includes(String(value)),
  );
}

/** A gateway of Istio listens on the ports of its Gateways and declares none of them. */
function isProxy({ pod }: Injected): boolean {
  return containersOf(pod.spec).some(({ container }) => container.name === 'istio-proxy');
}

/** Whether a SidecarSet of the cluster may add containers. */
export function isOfKruise({ object }: Injected): boolean {
  return groupOf(String(object.apiVersion)) === 'apps.kruise.io';
}

/** Containers that SidecarSets of OpenKruise add. @see https://openkruise.io/docs/user-manuals/sidecarset */
function sidecarsOf({ object, pod }: Injected, cluster: Cluster): any[] {
  return cluster.all('apps.kruise.io/SidecarSet').flatMap(({ object: { spec } }) => {
    const isOther =
      typeof spec?.namespace === 'string' && spec.namespace !== (namespaceOf(object) || DEFAULT_NAMESPACE);
    const { selector } = Object(spec);
    if (isOther || !selector) return [];
    if (isLabelSelector(selector) && !selectorMatches(selector, pod.metadata?.labels ?? {})) return [];
    return [...customList(spec.containers), ...customList(spec.initContainers)];
  });
}

/** What a pod says about itself counts before what its namespace says. */
function meshesOf({ object, pod }: Injected, cluster: Cluster): Mesh[] {
  const namespace = namespaceObjectOf(object, cluster);
  return MESHES.filter(({ isAsked }) => isAsked(marksOf(pod)) ?? isAsked(marksOf(namespace)) ?? false);
}

function namespaceObjectOf(object: any, cluster: Cluster): any {
  return cluster.find('/Namespace', null, namespaceOf(object) || DEFAULT_NAMESPACE);
}

function marksOf(object: any): Readonly<Record<string, unknown>> {
  return { ...object?.metadata?.annotations, ...object?.metadata?.labels };
}
