import { containersOf } from '../../facts';
import { didYouMean, isEmptySelector, selectorMatches } from '../../values';
import { valuesAt } from '../edges';
import { type Cluster, namespaceOf, type Workload } from '../input/cluster';
import { isInjectedPort } from '../input/injected';
import { NAME_LABEL } from '../input/namespace-labels';
import { customList, kindKey, namespaceNamed } from '../input/placed';
import { endpointSelector } from '../rule/cilium-selectors';
import { deployment, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const CILIUM = 'cilium.io/CiliumNetworkPolicy';
const NETWORK = 'networking.k8s.io/NetworkPolicy';

const policy = (port: string | number) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'shop' },
  spec: { podSelector: { matchLabels: { app: 'shop' } }, policyTypes: ['Ingress'], ingress: [{ ports: [{ port }] }] },
});

/** A port of a policy that none of its pods has. */
export const policyPort: ReferenceRule = {
  id: 'policy-port-unknown',
  severity: 'warning',
  message: 'the pods of Deployment "shop" have no port "htpp"',
  why: 'A port of a policy is a port of the pods that connections go to: by the name of a container port, or by number. One that they do not have allows nothing. The port of the Service in front of them is another one.',
  hint: 'use the name or number of a port of the containers',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  refused: [deployment(), service(), policy('htpp')],
  accepted: [deployment(), service(), policy('http')],
  on: [NETWORK, CILIUM, 'policy.linkerd.io/Server', 'security.istio.io/PeerAuthentication'],
  check: ({ object }, cluster) => {
    const kind = kindKey(object.apiVersion, object.kind);
    return kind === NETWORK
      ? unknownPorts(object, cluster)
      : kind === CILIUM
        ? portsOfEndpoints(object, cluster)
        : portsOfMeshes(object, cluster);
  },
};

/** A port of a policy that the pods do not have which it is about. */
export interface UnknownPort extends Dangling {
  /** The port of the pods behind the Service that has it. */
  readonly meant?: number;
}

/** The ports of a policy that the pods do not have which they are about. */
export function unknownPorts(policyObject: any, cluster: Cluster): readonly UnknownPort[] {
  const { podSelector, ingress, egress } = policyObject.spec ?? {};
  const namespace = namespaceOf(policyObject);
  const own = selectedPods(podSelector, namespace, cluster);
  return [
    ...portsOf(ingress, 'ingress').flatMap((port) => unknownPort(port, own, cluster)),
    ...portsOf(egress, 'egress').flatMap((port) =>
      unknownPort(port, peerPods(port.rule.to, namespace, cluster), cluster),
    ),
  ];
}

/**
 * The port of a Server of Linkerd, and those of a PeerAuthentication of Istio.
 *
 * @see https://linkerd.io/2/reference/authorization-policy/#server
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication
 */
function portsOfMeshes({ metadata, spec }: any, cluster: Cluster): readonly Dangling[] {
  const { podSelector, selector = podSelector, port, portLevelMtls } = Object(spec);
  const pods = selectedPods(selector, namespaceOf({ metadata }), cluster);
  const levels = Object.keys(Object(portLevelMtls)).map((key) => ({
    value: { port: Number(key) },
    field: `spec.portLevelMtls.${key}`,
  }));
  return [{ value: { port }, field: 'spec.port' }, ...levels].flatMap((one) => unknownPort(one, pods, cluster));
}

/** Ports of a policy of Cilium: names, and numbers as texts. @see https://docs.cilium.io/en/stable/security/policy/language/#layer-4-examples */
function portsOfEndpoints(object: any, cluster: Cluster): readonly Dangling[] {
  const own = namespaceOf(object);
  const podsOf = (value: any) => {
    const { selector, namespaces } = endpointSelector(value) ?? {};
    const name = namespaces === undefined ? own : namespaces.matchLabels[NAME_LABEL];
    return typeof name === 'string' ? selectedPods(selector, namespaceNamed(name), cluster) : [];
  };
  return ['spec', 'specs[]'].flatMap((spec) => [
    ...valuesAt(object, `${spec}.ingress[].toPorts[].ports[]`).flatMap((one) => {
      const selector = valuesAt(object, `${one.field.slice(0, one.field.indexOf('.ingress'))}.endpointSelector`)[0];
      return unknownPort(numbered(one), podsOf(selector?.value), cluster);
    }),
    ...valuesAt(object, `${spec}.egress[]`).flatMap(({ value, field }) => {
      const peers = customList(value?.toEndpoints).map(podsOf);
      const pods = peers.some((some) => some.length === 0) ? [] : peers.flat();
      return valuesAt(value, 'toPorts[].ports[]', field).flatMap((one) => unknownPort(numbered(one), pods, cluster));
    }),
  ]);
}

function numbered({ value, field }: { readonly value: any; readonly field: string }): PolicyPort {
  const { port, protocol, endPort } = Object(value);
  const isNumber = /^\d+$/.test(String(port));
  const own = protocol === 'ANY' ? undefined : protocol;
  return { value: { port: isNumber ? Number(port) : port, protocol: own, endPort }, field: `${field}.port` };
}

interface PolicyPort {
  readonly value: { readonly port?: string | number; readonly endPort?: number; readonly protocol?: string };
  readonly field: string;
}

function portsOf(rules: any[] | undefined, direction: string): (PolicyPort & { readonly rule: any })[] {
  return (rules ?? []).flatMap((rule, r) =>
    (rule?.ports ?? []).map((value: any, p: number) => ({
      rule,
      value: value ?? {},
      field: `spec.${direction}[${r}].ports[${p}].port`,
    })),
  );
}

function unknownPort(
  { value, field }: PolicyPort,
  pods: readonly Workload[],
  cluster: Cluster,
): readonly UnknownPort[] {
  const { port, endPort, protocol = 'TCP' } = value;
  if (port === undefined || endPort !== undefined || pods.length === 0) return [];
  const ports = pods.map(containerPorts);
  const all = ports.flat();
  if (all.some((one) => (one.name === port || one.containerPort === port) && (one.protocol ?? 'TCP') === protocol))
    return [];
  const owners = [...new Set(pods.map(({ object }) => `${object.kind} ${JSON.stringify(object.metadata?.name)}`))].join(
    ', ',
  );
  if (typeof port === 'string') {
    if (pods.some((pod) => isInjectedPort(port, pod, cluster))) return [];
    const message = `the pods of ${owners} have no ${protocol === 'TCP' ? '' : `${protocol} `}port ${JSON.stringify(port)}`;
    const hint = namedPortHint(port, all);
    // A policy may be for pods outside the input as well, of which some have the port; those of a Service all need it.
    return [{ field, message, ...(hint !== undefined && { hint }), certainty: 'likely' }];
  }
  // Containers may listen on ports that they do not declare; a port of their Service is a mistake.
  const found = pods.map((pod) => servicePort(port, pod, cluster)).find((one) => one !== undefined);
  if (found === undefined) return [];
  const message = `${port} is the port of Service ${JSON.stringify(found.service)}, and the pods of ${owners} listen on ${found.target}`;
  return [{ field, message, hint: `use ${found.target}`, certainty: 'likely', meant: found.target }];
}

function namedPortHint(port: string, ports: readonly any[]): string | undefined {
  const other = ports.find(({ name }) => name === port);
  if (other !== undefined) return `its protocol is ${other.protocol ?? 'TCP'}`;
  const names: string[] = ports.flatMap(({ name }) => name ?? []);
  if (names.length === 0) return undefined;
  return didYouMean(port, names) ?? `they have ${[...new Set(names)].map((name) => JSON.stringify(name)).join(', ')}`;
}

/** The Service that has the port and leads to another one of the pods. */
function servicePort(
  port: number,
  workload: Workload,
  cluster: Cluster,
): { readonly service: string; readonly target: number } | undefined {
  const labels = workload.pod.metadata?.labels ?? {};
  for (const { object } of cluster.all('/Service', namespaceOf(workload.object) || null)) {
    const matchLabels = object.spec?.selector ?? {};
    if (Object.keys(matchLabels).length === 0 || !selectorMatches({ matchLabels }, labels)) continue;
    const own = (object.spec.ports ?? []).find((one: any) => one?.port === port);
    if (own === undefined) continue;
    const { targetPort = port } = own;
    const target = containerPorts(workload).find((one) =>
      typeof targetPort === 'string' ? one.name === targetPort : one.containerPort === targetPort,
    );
    if (target !== undefined && target.containerPort !== port) {
      return { service: String(object.metadata?.name), target: target.containerPort };
    }
  }
  return undefined;
}

function containerPorts({ pod }: Workload): any[] {
  return containersOf(pod.spec).flatMap(({ container }) => (container.ports ?? []).map((port: any) => port ?? {}));
}

/** Pods that a selector with labels selects; none for one that selects whole namespaces, which may have other pods. */
function selectedPods(selector: any, namespace: string, cluster: Cluster): readonly Workload[] {
  if (isEmptySelector(Object(selector))) return [];
  return cluster.selected(namespace, selector).filter(({ pod }) => pod.spec.hostNetwork !== true);
}

/** The pods of all peers; none unless those of every peer are known. */
function peerPods(peers: any[] | undefined, namespace: string, cluster: Cluster): readonly Workload[] {
  const pods = (peers ?? []).map((peer) => {
    const { podSelector, namespaceSelector, ipBlock } = peer ?? {};
    if (ipBlock !== undefined || podSelector === undefined) return [];
    const name = namespaceSelector === undefined ? namespace : namespaceSelector?.matchLabels?.[NAME_LABEL];
    return typeof name === 'string' ? selectedPods(podSelector, name, cluster) : [];
  });
  return pods.some((some) => some.length === 0) ? [] : pods.flat();
}
