import { containersOf, DEFAULT_NAMESPACE, isKind } from '../../facts';
import { type ServiceTarget, targetsOfService } from '../../reachability';
import { selectorMatches } from '../../values';
import type { Cluster } from '../input/cluster';
import { namespaceOf, type Placed } from '../input/placed';
import { referencesIn, targetOf } from '../rule/edge-rules';
import { deployment, ingress, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { isForOthers, isOpen, known, type WayIn, waysIn } from './closed-connections';
import { isolatedService } from './isolated-services';
import { policy } from './network-policies';

const from = (peer: object) => ({ ingress: [{ from: [peer] }] });
const client = { podSelector: { matchLabels: { app: 'client' } } };
const other = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client', labels: { app: 'client' } },
  spec: { containers: [{ name: 'client', image: 'client:1' }] },
};

const CONTROLLER = 'the ingress controller';
const SERVER = 'the API server';
const OUTSIDE = 'clients outside the cluster';
const CLIENTS: Readonly<Record<string, readonly string[]>> = {
  [CONTROLLER]: ['networking.k8s.io/Ingress'],
  'the Gateway': ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'].map((one) => `gateway.networking.k8s.io/${one}`),
  Prometheus: ['monitoring.coreos.com/ServiceMonitor', 'monitoring.coreos.com/PodMonitor'],
  [SERVER]: [
    ...['Validating', 'Mutating'].map((one) => `admissionregistration.k8s.io/${one}WebhookConfiguration`),
    'apiregistration.k8s.io/APIService',
    'apiextensions.k8s.io/CustomResourceDefinition',
  ],
  [OUTSIDE]: ['Service'],
};

/** Clients that are not in the input, of which an object of the input says that they connect. */
export const outsideClient: ReferenceRule = {
  id: 'outside-client-denied',
  isConflict: true,
  severity: 'warning',
  message: 'NetworkPolicy "shop" denies connections of the ingress controller to Service "shop" on TCP 8080',
  why: 'The ingress controller, Prometheus, the API server and clients outside the cluster are not pods of the namespace. NetworkPolicies that select the pods deny their connections unless a rule is for them: requests, scrapes and calls of webhooks time out.',
  hint: 'add an ingress rule for them: a namespaceSelector for the namespace of the controller or of Prometheus, an ipBlock or no peers at all for the API server and clients outside the cluster',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  refused: [deployment(), service(), other, ingress('shop'), policy({ app: 'shop' }, from(client))],
  accepted: [deployment(), service(), other, ingress('shop'), policy({ app: 'shop' }, from({ namespaceSelector: {} }))],
  on: Object.values(CLIENTS)
    .flat()
    .map((kind) => (kind === 'Service' ? '/Service' : kind)),
  check: (subject, cluster) => {
    if (cluster.all('networking.k8s.io/NetworkPolicy').length === 0) return [];
    const kind = Object.keys(CLIENTS).find((one) => isKind(subject.object, ...CLIENTS[one]!));
    if (kind === undefined) return [];
    const isForClient =
      kind === SERVER || kind === OUTSIDE ? isForNoPod : kind === CONTROLLER ? isForOutside : isForPods;
    return ways(subject, cluster).flatMap(({ field, service: { metadata }, targets }): Dangling[] => {
      if (targets.length === 0 || targets.some((target) => isOpen(target, cluster, isForClient))) return [];
      const { peer, protocol, port } = targets[0]!;
      const workload = cluster.workloads.find(({ object }) => object === peer.object);
      // That no client can connect is one finding.
      if (workload !== undefined && isolatedService.check(workload, cluster).length > 0) return [];
      const names = cluster.reachability.policiesOf(peer, 'ingress').map((one) => JSON.stringify(one.metadata?.name));
      const denying = names.length === 1 ? 'NetworkPolicy' : 'NetworkPolicies';
      const verb = names.length === 1 ? 'denies' : 'deny';
      const message = `${denying} ${names.join(', ')} ${verb} connections of ${kind} to Service ${JSON.stringify(metadata?.name)} on ${protocol} ${port}`;
      return [{ field, message, certainty: 'likely' }];
    });
  },
};

function ways(subject: Placed, cluster: Cluster): WayIn[] {
  const { object } = subject;
  if (isKind(object, 'Service')) return exposed(object, cluster);
  if (isKind(object, 'monitoring.coreos.com/PodMonitor')) return scraped(object, cluster);
  if (!isKind(object, ...CLIENTS[SERVER]!)) return waysIn(subject, cluster);
  return referencesIn('webhook-service-unknown', subject).flatMap((reference): WayIn[] => {
    const found = reference.to === '/Service' ? targetOf(reference, '', cluster) : undefined;
    if (found === undefined) return [];
    const targets = reference.parts.flatMap(({ value }) => targetsOfService(found, value, cluster.reachability));
    return [{ field: reference.field, service: found, targets: known(targets) }];
  });
}

/** The ports of a Service for clients outside the cluster. */
function exposed(object: any, cluster: Cluster): WayIn[] {
  const { type, ports = [] } = object.spec ?? {};
  if (type !== 'LoadBalancer' && type !== 'NodePort') return [];
  const targets: ServiceTarget[] = ports.flatMap((one: any) =>
    targetsOfService(object, one?.port, cluster.reachability),
  );
  return [{ field: 'spec.type', service: object, targets: known(targets) }];
}

function scraped({ spec, metadata }: any, cluster: Cluster): WayIn[] {
  const pods = cluster
    .namespacesSelected(spec?.namespaceSelector, namespaceOf({ metadata }))
    .flatMap((namespace) => cluster.reachability.podsIn(namespace || DEFAULT_NAMESPACE))
    .filter(({ pod }) => selectorMatches(spec?.selector ?? {}, pod.metadata?.labels ?? {}));
  const endpoints: any[] = Array.isArray(spec?.podMetricsEndpoints) ? spec.podMetricsEndpoints : [];
  return endpoints.flatMap((endpoint, index): WayIn[] =>
    pods.flatMap((peer): WayIn[] => {
      const ports = containersOf(peer.pod.spec).flatMap(({ container }) => container.ports ?? []);
      const port = ports.find((one: any) => one?.name === endpoint?.port)?.containerPort;
      const field = `spec.podMetricsEndpoints[${index}].port`;
      return port === undefined ? [] : [{ field, service: peer.object, targets: [{ peer, protocol: 'TCP', port }] }];
    }),
  );
}

/** Names of programs that connect for others. */
const CLIENT = /ingress|nginx|traefik|haproxy|envoy|gateway|contour|kong|proxy|prom|otel|agent|alloy|metrics|vm/i;

function isForPods(rule: any, namespace: string, cluster: Cluster): boolean {
  return isForOthers(rule, namespace, cluster) || isForClientIn(rule, namespace, cluster);
}

/** The pods of the whole namespace are those of the input, where it defines the namespace. */
function isForOutside(rule: any, namespace: string, cluster: Cluster): boolean {
  const isKnown = cluster.find('/Namespace', null, namespace || DEFAULT_NAMESPACE) !== undefined;
  const isOfPods = (peer: any) => peer?.namespaceSelector === undefined && peer?.ipBlock === undefined;
  const isInner = isKnown && (rule?.from ?? []).length > 0 && rule.from.every(isOfPods);
  return isInner ? isForClientIn(rule, namespace, cluster) : isForPods(rule, namespace, cluster);
}

function isForClientIn(rule: any, namespace: string, cluster: Cluster): boolean {
  return (rule?.from ?? []).some(({ podSelector, namespaceSelector }: any) => {
    if (namespaceSelector !== undefined) return true;
    const selected = cluster
      .workloadsIn(namespace)
      .filter(({ pod }) => selectorMatches(podSelector ?? {}, pod.metadata?.labels ?? {}));
    return selected.some(({ object, pod }) =>
      [object.metadata?.name, ...containersOf(pod.spec).map(({ container }) => container.image)].some((text) =>
        CLIENT.test(String(text)),
      ),
    );
  });
}

/** @see https://docs.openshift.com/container-platform/latest/networking/network_security/network_policy/about-network-policy.html */
function isForNodes({ namespaceSelector }: any): boolean {
  return Object.hasOwn(namespaceSelector?.matchLabels ?? {}, 'policy-group.network.openshift.io/host-network');
}

/** Clients that are not pods are allowed by address, or by a rule for everything. */
function isForNoPod(rule: any): boolean {
  const peers: any[] = rule?.from ?? [];
  return peers.length === 0 || peers.some((peer) => peer?.ipBlock !== undefined || isForNodes(peer));
}
